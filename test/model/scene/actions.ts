import type { PersonId } from '#audit-cycle';
import type { AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { named, reason } from './named.js';

const { lea, lou, tim } = PEOPLE;

export async function setAction(
  work: AtWork,
  audit: string,
  id: string,
  by: PersonId,
  owner: PersonId = tim,
  seen: readonly string[] = owner === tim ? [] : [named('own-action-open')],
): Promise<void> {
  await work.done('improvement-action', id, by, {
    ...{ type: 'SetAction', audit, owner, team: null, priority: 'medium', kind: 'compliance' },
    ...{ text: 'See the child.', theme: null, lineOfEnquiry: null, openActionsSeen: seen },
  });
}

/** An action that is over, for another of the same child to repeat. */
async function setEarlier(work: AtWork, audit: string, state: string): Promise<void> {
  const id = named(`earlier-${state}`);
  await setAction(work, audit, id, lea);
  await work.done('improvement-action', id, lou, { type: 'CancelAction', ...reason });
}

/** One in each state. */
export async function actions(work: AtWork, audits: readonly string[]): Promise<void> {
  // An audit under way, one that was inadequate, and others that were not.
  const of = { open: 2, reported: 5, done: 4, partly: 6, 'not-done': 8, cancelled: 3 } as const;
  for (const [state, n] of Object.entries(of) as [keyof typeof of, number][]) {
    await setEarlier(work, audits[n]!, state);
    const id = named(`action-${state}`);
    await setAction(work, audits[n]!, id, lea);
    if (state === 'open') continue;
    if (state === 'cancelled') {
      await work.done('improvement-action', id, lou, { type: 'CancelAction', ...reason });
      continue;
    }
    await work.done('improvement-action', id, tim, {
      ...{ type: 'ReportDone', doneOn: work.today, evidence: 'See the record.' },
    });
    if (state !== 'reported')
      await work.done('improvement-action', id, lou, {
        ...{ type: 'VerifyAction', verdict: state, method: 'record-checked' },
      });
  }
  // Owned by a lead, whom the rules alone keep from judging them.
  for (const state of ['open', 'reported']) {
    const id = named(`own-action-${state}`);
    await setAction(work, audits[9]!, id, PEOPLE.ada, lou);
    if (state === 'reported')
      await work.done('improvement-action', id, lou, {
        ...{ type: 'ReportDone', doneOn: work.today, evidence: 'See the record.' },
      });
  }
}
