import { GRADES, type Grade } from '#audit-cycle';
import { Code, Line } from '#platform';

/** The grade of one section, given blind. */
export class SectionGradeBody {
  @Line({ max: 60, about: 'Code of the section, as the tool has it.' }) section!: string;
  @Code(GRADES) grade!: Grade;
}
