import { Flag, Line, Part, Parts, Uuid } from '#platform';
import { GradeCaseBody, GradeSectionBody } from './audit-bodies.js';

const MOST_CASES = 100;

export class GridAnswerBody extends GradeSectionBody {
  @Line({ max: 60 }) section!: string;
}

export class GridCaseBody {
  @Uuid() audit!: string;
  @Flag({ optional: true, about: 'Whether the audit is begun with this.' }) start?: boolean;
  @Parts(() => GridAnswerBody, { max: 100, about: 'Answers to sections, each recorded for itself.' })
  answers!: GridAnswerBody[];
  @Part(() => GradeCaseBody, {
    optional: true,
    about: 'The grade of the case as a whole, after its answers.',
  })
  grade?: GradeCaseBody;
}

export class GridBody {
  @Parts(() => GridCaseBody, { min: 1, max: MOST_CASES }) cases!: GridCaseBody[];
}
