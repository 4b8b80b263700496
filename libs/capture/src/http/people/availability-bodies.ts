import { IsoDay, Whole } from '#platform';

export class CapacityBody {
  @Whole({ min: 0, max: 200, about: 'Audits in one cycle.' }) audits!: number;
  @IsoDay() from!: string;
}

export class AbsenceBody {
  @IsoDay() from!: string;
  @IsoDay({ optional: true, about: 'The last day; left out while nobody knows it.' }) to?: string;
}

export class CancelAbsenceBody {
  @IsoDay({ about: 'The first day of the absence.' }) from!: string;
}

export class AgencyEndBody {
  @IsoDay({ optional: true, about: 'The last day; left out where there is no end.' }) on?: string;
}
