import { derivedId } from '#event-log';
import { Chance } from './chance.js';
import { actionLife, auditLife, cycleLife, type Happening, type Life } from './happening.js';

export type { Happening } from './happening.js';

/** What one command made happen to one stream. */
export interface Burst extends Pick<Life, 'kind' | 'id'> {
  /** Of the first event in the stream. */
  readonly revision: number;
  readonly happenings: readonly Happening[];
}

export interface HistoryPlan {
  readonly authority: string;
  readonly seed: number;
  readonly events: number;
  /** Whether audits lead to improvement actions, or the history is of cycles and audits alone. */
  readonly actions: boolean;
  /** Audits of each cycle; 40 unless said. */
  readonly auditsInACycle?: number;
}

/** Streams that are being worked on at the same time. */
const OPEN = 500;
const AUDITS_IN_A_CYCLE = 40;

/**
 * A made-up log of well-formed streams whose events lie between those of many others, as they would. Each round is one
 * command on every open stream, so no stream comes twice in a round.
 */
export function* historyInRounds({
  seed,
  events,
  actions,
  auditsInACycle = AUDITS_IN_A_CYCLE,
}: Omit<HistoryPlan, 'authority'>): Generator<readonly Burst[]> {
  const lives = endlessLives(seed, actions, auditsInACycle);
  const open: { readonly life: Life; next: number; revision: number }[] = [];
  for (let made = 0; made < events;) {
    while (open.length < OPEN) open.push({ life: lives.next().value, next: 0, revision: 0 });
    const round: Burst[] = [];
    for (const work of open) {
      if (made >= events) break;
      const { kind, id, commands } = work.life;
      const happenings = commands[work.next]!.slice(0, events - made);
      round.push({ kind, id, revision: work.revision, happenings });
      work.next += 1;
      work.revision += happenings.length;
      made += happenings.length;
    }
    yield round;
    for (let n = open.length - 1; n >= 0; n -= 1) {
      if (open[n]!.next === open[n]!.life.commands.length) open.splice(n, 1);
    }
  }
}

function* endlessLives(seed: number, actions: boolean, auditsInACycle: number): Generator<Life, never> {
  const chance = new Chance(seed);
  const idOf = (what: string, n: number): string => derivedId('bench', String(seed), what, String(n));
  for (let n = 0; ; n += 1) {
    const cycle = idOf('cycle', Math.floor(n / auditsInACycle));
    if (n % auditsInACycle === 0) yield cycleLife(cycle);
    const audit = idOf('audit', n);
    yield auditLife(audit, cycle, n, chance);
    if (actions && chance.below(2) === 0) yield actionLife(idOf('action', n), cycle, audit, n, chance);
  }
}
