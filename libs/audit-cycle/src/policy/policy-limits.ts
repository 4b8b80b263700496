import { CYCLE_KINDS } from '../cycle/kind.js';
import { isCode } from '../vocabulary/code.js';
import { GRADES } from '../vocabulary/grade.js';
import { teamKey } from '../vocabulary/team-name.js';
import type { Policy } from './policy.js';

interface Limit {
  readonly path: string;
  readonly value: (policy: Policy) => number;
  readonly least: number;
  readonly most: number;
}

const limit = (path: string, value: (policy: Policy) => number, least: number, most: number): Limit => ({
  path,
  value,
  least,
  most,
});

/** A working year holds about 250 working days. Zero is a number only where it means "none". */
const WORKING_YEAR = 250;

const LIMITS: readonly Limit[] = [
  limit('workingDays.audit', (policy) => policy.workingDays.audit, 1, WORKING_YEAR),
  limit('workingDays.moderation', (policy) => policy.workingDays.moderation, 1, WORKING_YEAR),
  limit('workingDays.dispute', (policy) => policy.workingDays.dispute, 1, WORKING_YEAR),
  limit('workingDays.comment', (policy) => policy.workingDays.comment, 1, WORKING_YEAR),
  limit('workingDays.feedback', (policy) => policy.workingDays.feedback, 1, WORKING_YEAR),
  limit('actionDue.urgent', (policy) => policy.actionDue.urgent, 1, WORKING_YEAR),
  limit('actionDue.high', (policy) => policy.actionDue.high, 1, WORKING_YEAR),
  limit('actionDue.medium', (policy) => policy.actionDue.medium, 1, WORKING_YEAR),
  limit('actionDue.low', (policy) => policy.actionDue.low, 1, WORKING_YEAR),
  limit('actionDue.impact', (policy) => policy.actionDue.impact, 1, WORKING_YEAR),
  limit('moderation.randomSharePercent', (policy) => policy.moderation.randomSharePercent, 0, 100),
  limit('sampling.monthsBetweenSamples', (policy) => policy.sampling.monthsBetweenSamples, 0, 60),
  limit('sampling.minimumPerStratum', (policy) => policy.sampling.minimumPerStratum, 0, 1000),
  limit('reAudit.sharePercent', (policy) => policy.reAudit.sharePercent, 0, 100),
  limit('reAudit.fromWeeks', (policy) => policy.reAudit.fromWeeks, 1, 104),
  limit('reAudit.toWeeks', (policy) => policy.reAudit.toWeeks, 1, 104),
  limit('escalation.immediateRiskHours', (policy) => policy.escalation.immediateRiskHours, 1, 168),
  limit('escalation.inadequateWorkingDays', (policy) => policy.escalation.inadequateWorkingDays, 1, 20),
  limit('actions.dueSoonWorkingDays', (policy) => policy.actions.dueSoonWorkingDays, 0, WORKING_YEAR),
  limit('external.fewest', (policy) => policy.external.fewest, 1, 1000),
  limit('external.most', (policy) => policy.external.most, 1, 1000),
  limit('external.months', (policy) => policy.external.months, 1, 24),
  limit('external.reliableFromPercent', (policy) => policy.external.reliableFromPercent, 1, 100),
  limit('external.limitsFromPercent', (policy) => policy.external.limitsFromPercent, 1, 100),
  limit('capacity.auditsPerAuditor', (policy) => policy.capacity.auditsPerAuditor, 1, 1000),
  limit('figures.fewestPairs', (policy) => policy.figures.fewestPairs, 2, 1000),
  limit('figures.fewestPairsPerAuditor', (policy) => policy.figures.fewestPairsPerAuditor, 2, 1000),
  limit('figures.fewestPublished', (policy) => policy.figures.fewestPublished, 1, 100),
];

/** What is wrong with a policy, a sentence each; none when it can be adopted. */
export const policyFaults = (policy: Policy): readonly string[] => [
  ...LIMITS.filter(({ value, least, most }) => !isWholeWithin(value(policy), least, most)).map(
    ({ path, least, most }) => `${path} must be a whole number from ${least} to ${most}.`,
  ),
  ...orderFaults(policy),
  ...listFaults('moderation.grades', 'grade', policy.moderation.grades, GRADES),
  ...listFaults('sampling.repeatAllowedFor', 'kind of cycle', policy.sampling.repeatAllowedFor, CYCLE_KINDS),
  ...areaFaults(policy),
];

const isWholeWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const orderFaults = ({ actionDue, reAudit, external }: Policy): readonly string[] => {
  const { urgent, high, medium, low } = actionDue;
  const faults: string[] = [];
  if (urgent > high || high > medium || medium > low) {
    faults.push('actionDue must not give a more urgent action more time than a less urgent one.');
  }
  if (reAudit.fromWeeks > reAudit.toWeeks) {
    faults.push('reAudit.fromWeeks must not be later than reAudit.toWeeks.');
  }
  if (external.limitsFromPercent > external.reliableFromPercent) {
    faults.push('external.limitsFromPercent must not be more than external.reliableFromPercent.');
  }
  if (external.fewest > external.most) {
    faults.push('external.fewest must not be more than external.most.');
  }
  return faults;
};

/** Each once, and each one that there is: a list that does not say what it means would switch a rule off unseen. */
const listFaults = (
  path: string,
  what: string,
  listed: readonly string[],
  known: readonly string[],
): readonly string[] =>
  new Set(listed).size === listed.length && listed.every((one) => known.includes(one))
    ? []
    : [`${path} must name each ${what} once, of: ${known.join(', ')}.`];

/** A team in two areas would be counted twice. */
const areaFaults = ({ areas }: Policy): readonly string[] => {
  const teams = areas.flatMap((area) => area.teams);
  const faults: string[] = [];
  if (!areas.every(({ code }) => isCode(code)) || hasTwice(areas.map(({ code }) => code))) {
    faults.push('areas must each have a code of their own, of lower-case letters, digits and hyphens.');
  }
  if (areas.some((area) => area.teams.length === 0) || hasTwice(teams.map(teamKey))) {
    faults.push('areas must each name at least one team, and each team once.');
  }
  return faults;
};

const hasTwice = (listed: readonly string[]): boolean => new Set(listed).size < listed.length;
