import { CLEARANCES, type Clearance } from '#audit-cycle';
import { Code, IsoDay } from '#platform';

export class ClearanceBody {
  @Code(CLEARANCES, { about: 'equality: figures by ethnicity, age and disability.' }) clearance!: Clearance;
  @IsoDay({ about: 'The last day.' }) until!: string;
}

export class WithdrawnClearanceBody {
  @Code(CLEARANCES) clearance!: Clearance;
}
