import { IsoDay, Line, Text, Uuid } from '#platform';

export class ReassignEscalationBody {
  @Uuid({ about: 'Who has to act from now on.' }) to!: string;
  @Line({ max: 60 }) reasonCode!: string;
}

export class ResolveEscalationBody {
  @Line({ max: 60, about: 'What was done, as a code.' }) whatCode!: string;
  @Text({
    max: 10_000,
    optional: true,
    about: 'What was done; needed, unless the escalation is about staff: then there are no words.',
  })
  whatWasDone?: string;
  @IsoDay() doneOn!: string;
  @IsoDay({
    optional: true,
    about: "Since when it is on the child's record; needed, unless the escalation is about staff.",
  })
  onChildRecordSince?: string;
}
