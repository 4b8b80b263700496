import {
  addDays,
  addMonths,
  SHIPPED_TOOLS,
  type Cohort,
  type IsoDate,
  type Period,
  type PopulationOf,
  type ToolDefinition,
} from '#audit-cycle';
import {
  closesOn,
  CORE_TOOL,
  datesOf,
  inWords,
  monthsBefore,
  OPEN_COHORTS,
  type CyclePlan,
  type PopulationOfPlan,
  type ToolInUse,
} from './cycle-plan.js';
import { fateInGrid, fateOf } from './story/fate.js';

const DIP_SAMPLE: ToolDefinition = SHIPPED_TOOLS['dip-sample'];

/** Cases of a cycle beside a core audit, as a share of the core audit's. */
const SIZE = { dipSample: 0.15, focused: 0.06 } as const;

/** What dip samples look at, one after the other, and the cohorts that such events count as. */
const DIPPED: readonly {
  readonly of: PopulationOf;
  readonly about: string;
  readonly cohorts: readonly Cohort[];
}[] = [
  { of: 'referrals', about: 'Referrals', cohorts: ['contact'] },
  { of: 'closures', about: 'Closed cases', cohorts: OPEN_COHORTS.slice(0, 3) },
  { of: 'assessments', about: 'Assessments', cohorts: ['assessment'] },
  { of: 'enquiries', about: 'Enquiries after a strategy discussion', cohorts: ['assessment'] },
];

/** After the first dip sample its tool asks more exactly; the version before that is retired. */
export const BETTER_DIP_SAMPLE: ToolDefinition = {
  ...DIP_SAMPLE,
  sections: DIP_SAMPLE.sections.map((section) =>
    section.code === 'last-seen'
      ? { ...section, prompt: `${section.prompt} Count only a day on which they were spoken to or held.` }
      : section,
  ),
};

type Focus = Pick<CyclePlan, 'kind' | 'cohorts' | 'linesOfEnquiry' | 'tool'> & { readonly about: string };
const PLANS_AUDIT: ToolInUse = {
  shipped: 'care-and-pathway-plan-audit',
  version: 1,
  definition: SHIPPED_TOOLS['care-and-pathway-plan-audit'],
};
const FOCUSED: readonly Focus[] = [
  {
    ...{ kind: 'plans-audit', about: 'Care and pathway plans', tool: PLANS_AUDIT },
    ...{ cohorts: ['in-care', 'care-experienced'], linesOfEnquiry: [] },
  },
  {
    ...{ kind: 'service-focus', about: 'Family safeguarding', tool: CORE_TOOL },
    cohorts: ['child-in-need', 'child-protection'],
    linesOfEnquiry: [
      { code: 'first-visit', question: 'How soon is a child seen after the case is allocated?' },
      { code: 'drift', question: 'Does somebody notice when a plan stands still?' },
    ],
  },
  {
    ...{ kind: 'thematic', about: 'Neglect', tool: CORE_TOOL },
    cohorts: ['child-in-need', 'child-protection', 'in-care'],
    linesOfEnquiry: [{ code: 'neglect', question: 'Is neglect named, and is its effect described?' }],
  },
];

/** Beside the second core audit and every third one after it a dip sample, beside the third and so on a look at one thing. */
export const cyclesBeside = (
  starts: readonly IsoDate[],
  cases: number,
  population: PopulationOfPlan,
): readonly CyclePlan[] =>
  starts.flatMap((from, turn) => {
    const before = Math.floor(turn / 3);
    if (turn % 3 === 1) return [dipSample(before, { turn, from, cases, population })];
    return turn % 3 === 2 ? [focused(before, { turn, from, cases, population })] : [];
  });

interface Beside {
  readonly turn: number;
  /** The first day of the core audit. */
  readonly from: IsoDate;
  /** How many the core audit has. */
  readonly cases: number;
  readonly population: PopulationOfPlan;
}

/** Six weeks in the middle of a core audit. Whoever has rows to fill in does so at one sitting. */
function dipSample(before: number, { turn, from, cases, population }: Beside): CyclePlan {
  const { of, about, cohorts } = DIPPED[before % DIPPED.length]!;
  const first = addDays(from, 14);
  const period = { from: first, to: addDays(first, 41) };
  const tool: ToolInUse = {
    shipped: 'dip-sample',
    ...(before === 0
      ? { version: 1, definition: DIP_SAMPLE }
      : { version: 2, definition: BETTER_DIP_SAMPLE }),
  };
  return {
    ...{ key: `dip-sample/${turn}`, kind: 'dip-sample', title: `Dip sample: ${about}, ${inWords(period)}` },
    ...{ turn, period, cohorts, tool, linesOfEnquiry: [], size: share(cases, SIZE.dipSample) },
    ...calendarOf(period),
    reviewed: monthsBefore(first, 6),
    population: { ...population, turn, of, asAt: addDays(first, -18) },
    allocatedWithin: 2,
    fate: (chance, number, shares) => fateInGrid(chance, number === null, shares),
  };
}

/** As long as a core audit, and a week behind it. */
function focused(before: number, { turn, from, cases, population }: Beside): CyclePlan {
  const { kind, about, ...own } = FOCUSED[before % FOCUSED.length]!;
  const first = addDays(from, 7);
  const period = { from: first, to: addDays(addMonths(first, 2), -1) };
  return {
    ...{ key: `${kind}/${turn}`, kind, title: `${about}, ${inWords(period)}` },
    ...{ ...own, turn, period, size: share(cases, SIZE.focused) },
    ...calendarOf(period),
    reviewed: monthsBefore(first, 6),
    population: { ...population, turn, of: 'open-cases', asAt: addDays(first, -18) },
    allocatedWithin: 8,
    fate: (chance, number, shares) => fateOf(chance, number === null, shares),
  };
}

const share = (cases: number, of: number): number => Math.max(1, Math.round(cases * of));

const calendarOf = (period: Period) => ({ ...datesOf(period, false), closesOn: closesOn(period.to) });
