import { ApiProperty } from '@nestjs/swagger';
import { COHORTS, MOST_ADDED_BY_HAND, type Cohort } from '#audit-cycle';
import { Code, Line, Parts, Text, Uuid } from '#platform';
import type { AdditionReport } from '#population';

const OWN_ID = 100;

export class AddedChildPart {
  @Line({ max: OWN_ID, about: "The authority's id of the child." }) child!: string;
  @Code(COHORTS) cohort!: Cohort;
  @Line() team!: string;
  @Uuid({ about: 'The current worker, somebody of the people directory.' }) worker!: string;
  @Line({ max: OWN_ID, optional: true, about: "The authority's id of the family." }) family?: string;
}

export class AddChildrenBody {
  @Parts(() => AddedChildPart, {
    min: 1,
    max: MOST_ADDED_BY_HAND,
    about: `Each child once. A population takes ${MOST_ADDED_BY_HAND} by hand in all.`,
  })
  children!: AddedChildPart[];
  @Line({ max: 60, about: 'Why, as a code: it holds for all of them.' }) reasonCode!: string;
  @Text({ max: 2000 }) reason!: string;
}

export class AdditionAnswer {
  @ApiProperty({ type: 'string', description: 'SHA-256 of the frame with them.' }) frame!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Rows of the lists that were read, used and excluded, children added by hand, and what they come to together.',
  })
  report!: AdditionReport;
}
