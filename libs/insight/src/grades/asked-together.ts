import { invalidInput } from '#platform';
import {
  ELSEWHERE_GROUPINGS,
  STAGES_ELSEWHERE,
  type ElsewhereGrouping,
  type GradesGrouping,
  type GradeStage,
  type StageElsewhere,
} from '#views';
import type { GradedCasesAskedFor, GroupedGradesAskedFor } from './grades-asked-for.js';

type Asked = Partial<GroupedGradesAskedFor & Pick<GradedCasesAskedFor, 'grade' | 'outcome'>>;
type Stage = GradeStage | StageElsewhere;

/** What means nothing at a stage, because what is read there does not know it. */
const UNKNOWN_AT: Readonly<Record<Stage, readonly (keyof Asked)[]>> = {
  auditor: ['round', 'rule'],
  final: ['round', 'rule'],
  external: ['section', 'lineOfEnquiry', 'rule'],
  're-audit': ['section', 'lineOfEnquiry', 'round'],
};

/** @throws Problem 400 for what cannot be asked for together, with what can */
export function refuseTogether(asked: Asked): void {
  const { stage = 'final', by, section, lineOfEnquiry } = asked;
  const errors = UNKNOWN_AT[stage].flatMap((path) =>
    asked[path] === undefined ? [] : [{ path, message: `must be left out at the stage ${stage}` }],
  );
  const amiss = (path: keyof Asked, message: string): void => void errors.push({ path, message });
  if (isElsewhere(stage)) {
    if (by !== undefined && groupingElsewhere(by) === undefined)
      amiss('by', `must be one of ${ELSEWHERE_GROUPINGS.join(', ')} at the stage ${stage}`);
  } else if (section !== undefined && lineOfEnquiry !== undefined)
    amiss('lineOfEnquiry', 'must be left out where a section is named: ask for one of the two');
  else if (section !== undefined && (by === 'section' || by === 'line-of-enquiry'))
    amiss('by', 'must be cohort, team or area where a section is named');
  else if (lineOfEnquiry !== undefined && by !== undefined && by !== 'line-of-enquiry')
    amiss('by', 'must be left out where a line of enquiry is named: there is a group for each section');
  if (asked.grade !== undefined && asked.outcome !== undefined)
    amiss('outcome', 'must be left out where a grade is named');
  if (errors.length > 0) throw invalidInput(errors);
}

export const isElsewhere = (stage: Stage): stage is StageElsewhere =>
  (STAGES_ELSEWHERE as readonly string[]).includes(stage);

/** What grades that other views know are grouped by; what they are not grouped by is refused before. */
export const groupingElsewhere = (by: GradesGrouping | undefined): ElsewhereGrouping | undefined =>
  ELSEWHERE_GROUPINGS.find((one) => one === by);
