import { londonDate, type Instant } from '#audit-cycle';
import type { ActionCompletion, CycleProgress, CycleRow, GradingDistribution } from '#views';
import type { AuthorityName } from '../authorities.js';
import { longDate } from '../wording/long-date.js';
import { counted, writtenNumber } from '../wording/written-number.js';
import { CYCLE_STATUS_WORDS, WORKFLOW_WORDS } from '../wording/words.js';
import { presentCompletion, type CompletionTable } from './completion.presenter.js';
import { presentDistribution, type DistributionTable } from './distribution.presenter.js';
import { presentSample, type SampleFacts } from './sample.presenter.js';

/** What the start page is made from. */
export interface StartFigures {
  readonly authorities: readonly AuthorityName[];
  /** The one that was chosen; null where there is none yet. */
  readonly authority: AuthorityName | null;
  /** Its cycles, the latest first. */
  readonly cycles: readonly CycleRow[];
  /** The chosen one; null where there is none yet. */
  readonly cycle: CycleFigures | null;
  /** Something was asked for that does not exist. */
  readonly notFound: 'authority' | 'cycle' | null;
  /** How far the record of the authority went when the figures were asked for. */
  readonly head: bigint;
  readonly now: Instant;
}

export interface CycleFigures {
  readonly progress: CycleProgress;
  readonly distribution: GradingDistribution;
  readonly completion: ActionCompletion;
}

export interface StartPage {
  readonly title: string;
  readonly authority: { readonly id: string; readonly name: string; readonly simulated: boolean } | null;
  readonly authorities: readonly Choice[];
  readonly cycles: readonly Choice[];
  readonly problem: string | null;
  readonly cycle: CyclePart | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface CyclePart {
  readonly title: string;
  readonly about: string;
  readonly knownOn: { readonly distribution: string; readonly progress: string; readonly completion: string };
  readonly distribution: DistributionTable;
  readonly progress: {
    readonly caption: string;
    /** What the closing left without a grade; null where it left none, or the cycle is not closed. */
    readonly left: string | null;
    readonly rows: readonly { readonly label: string; readonly n: string }[];
    readonly total: string;
  };
  readonly sample: SampleFacts | null;
  readonly completion: CompletionTable;
}

export function presentStart(figures: StartFigures): StartPage {
  const { authority, authorities, cycles, cycle, notFound } = figures;
  return {
    title: cycle === null ? 'Touchstone' : `${cycle.progress.cycle.title} – Touchstone`,
    authority,
    authorities: authorities.map(({ id, name, simulated }) => ({
      value: id,
      label: simulated ? `${name} (simulated dates)` : name,
      chosen: id === authority?.id,
    })),
    cycles: cycles.map(({ id, title, periodFrom, periodTo, status }) => ({
      value: id,
      label: `${title}, ${longDate(periodFrom)} to ${longDate(periodTo)} (${CYCLE_STATUS_WORDS[status]})`,
      chosen: id === cycle?.progress.cycle.id,
    })),
    problem: notFound === null ? null : NOT_FOUND[notFound],
    cycle: cycle === null ? null : presentCycle(cycle, figures),
  };
}

const NOT_FOUND = {
  authority: 'There is no such authority here. Choose one from the list.',
  cycle: 'There is no such cycle in this authority. Choose one from the list.',
} as const;

function presentCycle(
  { progress, distribution, completion }: CycleFigures,
  { now, head }: Pick<StartFigures, 'now' | 'head'>,
): CyclePart {
  const { cycle } = progress;
  return {
    title: cycle.title,
    about:
      `${longDate(cycle.periodFrom)} to ${longDate(cycle.periodTo)}, ${CYCLE_STATUS_WORDS[cycle.status]}; ` +
      `work reviewed from ${longDate(cycle.reviewedFrom)} to ${longDate(cycle.reviewedTo)}; ` +
      `${counted(cycle.targetSize, 'audit', 'audits')} planned.`,
    knownOn: {
      distribution: knownOn(distribution, now, head),
      progress: knownOn(progress, now, head),
      completion: knownOn(completion, now, head),
    },
    distribution: presentDistribution(distribution),
    progress: {
      caption:
        cycle.status === 'closed'
          ? 'Where the audits of the cycle stood when it was closed'
          : 'Where the audits of the cycle stand',
      left: leftWithoutGrade(cycle.withoutGrade?.length ?? 0),
      rows: progress.byStatus.map(({ status, n }) => ({
        label: WORKFLOW_WORDS[status],
        n: writtenNumber(n),
      })),
      total: writtenNumber(progress.selected),
    },
    sample: presentSample(cycle),
    completion: presentCompletion(completion),
  };
}

const leftWithoutGrade = (audits: number): string | null =>
  audits === 0
    ? null
    : `The cycle was closed without a grade for ${counted(audits, 'audit', 'audits')}: nothing is in progress any more.`;

const knownOn = (
  { asOf, position }: { readonly asOf: string | null; readonly position: string },
  now: Instant,
  head: bigint,
): string => {
  const known = `As known on ${longDate(londonDate(asOf ?? now))}, at position ${writtenNumber(Number(position))} of the record.`;
  return BigInt(position) >= head
    ? known
    : `${known} The record goes on to position ${writtenNumber(Number(head))}: what came after is not in these figures yet.`;
};
