import { GRADES, type Grade } from '#audit-cycle';
import { Code, IsoDay, Line, ListOf, Part, Parts, Text, Uuid, uuids, Whole } from '#platform';
import { SectionGradeBody } from './section-grade-body.js';

export class SessionToolBody {
  @Uuid() id!: string;
  @Whole({ min: 1, max: 100_000 }) version!: number;
}

export class OpenSessionBody {
  @Line() title!: string;
  @Line({ about: "The record that everybody grades, by the authority's own id of the child." })
  record!: string;
  @Part(() => SessionToolBody) tool!: SessionToolBody;
  @ListOf(uuids, { min: 2, max: 50, about: 'Who grades the record.' }) participants!: string[];
  @Uuid({ about: 'Who leads the session; that person need not grade.' }) leader!: string;
}

export class CalibrationGradeBody {
  @Code(GRADES) grade!: Grade;
  @Parts(() => SectionGradeBody, { max: 50, optional: true }) sections?: SectionGradeBody[];
  @Text({ max: 10_000 }) rationale!: string;
}

export class CalibrationDiscussionBody {
  @IsoDay() on!: string;
  @Code(GRADES, { nullable: true, about: 'The grade that they came to; null where they did not agree.' })
  agreedGrade!: Grade | null;
  @Text({ optional: true, max: 10_000 }) notes?: string;
}

export class ApproveCalibratedBody {
  @Uuid() person!: string;
}
