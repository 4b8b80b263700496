import { reviewRoundId } from '#authority-setup';
import { AUTHORITY, type AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';

const { lea, lou, rex } = PEOPLE;

export async function rounds(work: AtWork, past: number): Promise<void> {
  const names = ['opened', 'sampled', 'concluded'];
  for (const [nth, name] of names.entries()) {
    const id = reviewRoundId(AUTHORITY, nth + 1);
    const round = reviewRoundId(AUTHORITY, nth);
    await work.done('review-round', id, lea, {
      ...{ type: 'OpenRound', halfYear: { from: '2026-01-01', to: '2026-06-30' }, sampleSize: past },
      ...{ panel: [{ from: 'a-neighbour', person: null }], whyCode: 'half-yearly' },
      ...(nth === 0 ? {} : { replaces: { round, reasonCode: 'begun-wrongly' } }),
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
    let [shown, graded] = [0, 0];
    for (const audit of known) {
      const allocated = await work.say(
        { kind: 'review-round', id, command: { type: 'AllocateReview', audit, reviewer: rex } },
        lea,
      );
      if (allocated.ok) shown += 1;
      if (shown === 4) break;
      if (!allocated.ok || graded === 1) continue;
      await work.done('review-round', id, rex, {
        ...{ type: 'CommitBlindGrade', audit, grade: 'good', sections: [], rationale: 'As read.' },
      });
      graded += 1;
    }
    if (name === 'concluded')
      await work.done('review-round', id, rex, {
        ...{ type: 'ConcludeRound', opinion: 'reliable', text: 'They are.', notReviewedCode: 'no-time' },
      });
  }
}
