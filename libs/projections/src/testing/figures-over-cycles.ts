import fc from 'fast-check';
import { sha256Hex } from '#event-log';
import {
  agreementOfCycles,
  allExternalReliability,
  CLOCKS,
  clocksOfCycles,
  completionOfCycles,
  completionOfSurgeries,
  consistencyOfAuditors,
  ELSEWHERE_GROUPINGS,
  externalReliability,
  GRADE_STAGES,
  GRADES_GROUPINGS,
  gradesElsewhere,
  gradesOfCycles,
  listActionsOfSurgeries,
  listAgreementCases,
  listCasesElsewhere,
  listClockedCases,
  listCountedActions,
  listExternalCases,
  listGradedCases,
  listReAuditOutcomes,
  listThemedCases,
  RE_AUDIT_GROUPINGS,
  RE_AUDIT_RULES,
  reAuditOutcomes,
  STAGES_ELSEWHERE,
  THEME_GROUPINGS,
  THEME_SIDES,
  themesOfCycles,
  trendOfGrades,
  type ViewReader,
} from '#views';
import { idOf } from '#views/testing';

const maybe = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value | undefined> =>
  fc.constantFrom(undefined, ...values);

/** What figures over cycles may be asked by; what names nothing that is there is among it. */
export const askedFor = fc.record({
  cycle: maybe(idOf('cycle', 1), idOf('cycle', 2)),
  kind: maybe('core', 'thematic'),
  from: maybe('2021-04-30', '2021-06-15'),
  to: maybe('2021-06-15', '2021-12-31'),
  cohort: maybe('in-care', 'child-in-need'),
  team: maybe('North', 'South'),
  area: maybe('west'),
  stage: fc.constantFrom(...GRADE_STAGES),
  elsewhere: fc.constantFrom(...STAGES_ELSEWHERE),
  by: maybe(...GRADES_GROUPINGS),
  byElsewhere: maybe(...ELSEWHERE_GROUPINGS),
  section: maybe('plan', 'visits', 'voice'),
  lineOfEnquiry: maybe('visits', 'plans'),
  rule: maybe(...RE_AUDIT_RULES),
  byReAudit: maybe(...RE_AUDIT_GROUPINGS),
  byTheme: maybe(...THEME_GROUPINGS),
  theme: fc.constantFrom('visits', 'recording'),
  side: fc.constantFrom(...THEME_SIDES),
  clock: fc.constantFrom(...CLOCKS),
});
export type AskedFor = typeof askedFor extends fc.Arbitrary<infer Asked> ? Asked : never;

/** Every figure over cycles, in parts and some of them whole, as parts are often empty; and every list behind one. */
export async function figuresOverCycles(
  reader: ViewReader,
  authority: string,
  { stage, elsewhere, by, byElsewhere, section, lineOfEnquiry, rule, ...others }: AskedFor,
  asOf: string | undefined,
): Promise<readonly (object | null)[]> {
  const { byReAudit, byTheme, theme, side, clock, ...filters } = others;
  const asked = { ...filters, authority, asOf };
  const { cycle: _cycle, ...time } = asked;
  const ofElsewhere = { ...asked, stage: elsewhere, rule };
  const actions = { ...asked, today: '2021-05-01' };
  const ofSurgeries = { authority, asOf, team: asked.team, area: asked.area, today: '2021-05-01' };
  const at = '2021-05-01T12:00:00.000Z';
  const clocks = { ...asked, at };
  const round = { ...asked, round: idOf('review-round', 1) };
  return [
    await gradesOfCycles(reader, { ...asked, stage, by, section }, sha256Hex),
    await gradesOfCycles(reader, { ...asked, stage, lineOfEnquiry }, sha256Hex),
    await listGradedCases(reader, { ...asked, stage, section, outcome: 'graded', limit: 2 }),
    await trendOfGrades(reader, { ...time, stage, section }, sha256Hex),
    await gradesElsewhere(reader, { ...ofElsewhere, by: byElsewhere }),
    await listCasesElsewhere(reader, { ...ofElsewhere, limit: 2 }),
    await agreementOfCycles(reader, { ...asked, section }, sha256Hex),
    await listAgreementCases(reader, { ...asked, limit: 2 }),
    await consistencyOfAuditors(reader, asked),
    await completionOfCycles(reader, actions),
    await listCountedActions(reader, { ...actions, limit: 2 }),
    await completionOfSurgeries(reader, ofSurgeries),
    await listActionsOfSurgeries(reader, { ...ofSurgeries, limit: 2 }),
    await clocksOfCycles(reader, clocks),
    await clocksOfCycles(reader, { authority, asOf, at }),
    await listClockedCases(reader, { ...clocks, clock, limit: 2 }),
    await themesOfCycles(reader, { ...asked, by: byTheme }),
    await themesOfCycles(reader, { authority, asOf }),
    await listThemedCases(reader, { ...asked, theme, side, limit: 2 }),
    await reAuditOutcomes(reader, { authority, asOf }),
    await allExternalReliability(reader, { authority, asOf }),
    await reAuditOutcomes(reader, { ...asked, rule, by: byReAudit }),
    await listReAuditOutcomes(reader, { ...asked, rule, limit: 1 }),
    await allExternalReliability(reader, asked),
    await externalReliability(reader, round),
    await listExternalCases(reader, { ...round, limit: 2 }),
  ];
}
