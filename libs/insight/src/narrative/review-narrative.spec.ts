import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ABlindRound, AUDIT, EVE, LEAD, RAJ, ROUND } from '../testing/a-blind-round.js';

const WHY = 'The plan names no dates.';
const SEEN = 'The voice of the child is missing.';
const URL = `/v1/review-rounds/${ROUND}/reviews/${AUDIT}/narrative`;
const order = { kind: 'review-round', id: ROUND } as const;

let world: ABlindRound;
beforeAll(async () => {
  world = await ABlindRound.begin({ grade: 'good' });
});
afterAll(() => world.http.close());

const ask = (person: string, url = URL) => world.http.inject({ url, headers: { person } });

describe('what somebody from outside wrote about an audit', () => {
  it('is not there before the grades are compared, and is read by a lead from then on', async () => {
    expect((await ask(LEAD)).statusCode).toBe(404);
    const about = { audit: AUDIT, grade: 'inadequate', sections: [], rationale: WHY } as const;
    await world.done({ ...order, command: { type: 'CommitBlindGrade', ...about } }, EVE);
    const between = await ask(LEAD);
    expect([between.statusCode, between.body.includes(WHY)]).toEqual([404, false]);
    await world.carriedOn();
    const judged = { audit: AUDIT, quality: 'poor', aspects: ['voice'], notes: SEEN } as const;
    await world.done({ ...order, command: { type: 'JudgeAuditQuality', ...judged } }, EVE);
    expect((await ask(LEAD)).json()).toMatchObject({
      id: ROUND,
      items: [
        { type: 'BlindGradeCommitted', actor: EVE, narrative: { rationale: WHY } },
        { type: 'AuditQualityJudged', actor: EVE, narrative: { notes: SEEN } },
      ],
    });
  });

  it('is not there for an audit that nobody reviewed, nor for another reviewer', async () => {
    const other = `/v1/review-rounds/${ROUND}/reviews/${ROUND}/narrative`;
    expect((await ask(LEAD, other)).statusCode).toBe(404);
    expect((await ask(RAJ)).statusCode).toBe(403);
  });
});
