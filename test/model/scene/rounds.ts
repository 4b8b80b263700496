import { AUTHORITY, type AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { named } from './named.js';

const { lea, lou, rex } = PEOPLE;

export async function rounds(work: AtWork, past: number): Promise<void> {
  for (const name of ['opened', 'sampled', 'concluded']) {
    const id = named(`round-${name}`);
    await work.done('review-round', id, lea, {
      ...{ type: 'OpenRound', halfYear: { from: '2026-01-01', to: '2026-06-30' }, sampleSize: past },
      ...{ panel: [{ from: 'a-neighbour', person: null }], whyCode: 'half-yearly' },
    });
    await work.done('review-round', id, lea, {
      ...{ type: 'AdmitReviewer', reviewer: rex, from: work.today, until: '2026-10-30' },
      ...{ pastEmployment: false, pastTeams: [], personalKnowledge: ['C-0007'], checks: ['declaration'] },
    });
    if (name === 'opened') continue;
    await work.done('review-round', id, lou, { type: 'SampleAudits' });
    const { state } = await work.gateway.lookups.streams.load(AUTHORITY, 'review-round', id);
    const known = new Set(
      state.status === 'not-opened' ? [] : state.sample?.chosen.map(({ audit }) => audit),
    );
    const shown = [...known].slice(0, 4);
    for (const [n, audit] of shown.entries()) {
      const allocated = await work.say(
        { kind: 'review-round', id, command: { type: 'AllocateReview', audit, reviewer: rex } },
        lea,
      );
      if (!allocated.ok || n > 1) continue;
      await work.done('review-round', id, rex, {
        ...{ type: 'CommitBlindGrade', audit, grade: 'good', sections: [], rationale: 'As read.' },
      });
    }
    if (name === 'concluded')
      await work.done('review-round', id, rex, {
        ...{ type: 'ConcludeRound', opinion: 'reliable', text: 'They are.', notReviewedCode: 'no-time' },
      });
  }
}
