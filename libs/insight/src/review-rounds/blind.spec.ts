import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CURRENT_SCALE } from '#audit-cycle';
import { ABlindRound, AUDIT, AUTHORITY, EVE, IDS, LEAD, RAJ, ROUND, SAID } from '../testing/a-blind-round.js';
import { NARRATIVE } from '../testing/audit-events.js';

/** What a reviewer may read before their own grade; a route that is added here has been thought about. */
const OPEN_TO_REVIEWERS = [
  '/v1/audit-tools',
  '/v1/audit-tools/{id}',
  '/v1/health/live',
  '/v1/health/ready',
  '/v1/my-reviews',
  '/v1/my-reviews/waiting',
  '/v1/openapi.json',
  '/v1/policy',
  '/v1/review-rounds/{id}/reviews/{audit}',
  '/v1/working-calendar',
];
const PAGES = ['/', `/?cycle=${IDS.cycles}`, '/favicon.ico', '/styles.css'];
const MINE = `/v1/review-rounds/${ROUND}/reviews/${AUDIT}`;
const commit = {
  kind: 'review-round',
  id: ROUND,
  command: { type: 'CommitBlindGrade', audit: AUDIT, grade: 'good', sections: [], rationale: 'As read.' },
} as const;

let kind: ABlindRound;
let harsh: ABlindRound;
let routes: readonly string[];

beforeAll(async () => {
  [kind, harsh] = [
    await ABlindRound.begin({ grade: 'good' }),
    await ABlindRound.begin({ grade: 'inadequate' }),
  ];
  const { paths } = (await kind.http.inject('/v1/openapi.json')).json<{ paths: Record<string, object> }>();
  routes = Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []));
});
afterAll(async () => {
  await kind.http.close();
  await harsh.http.close();
});

const ids: Readonly<Record<string, string>> = IDS;
/** The address in this world: what stands before an id says whose it is. */
const address = (route: string): string =>
  route
    .replace(/\/([a-z-]+)\/\{id\}/, (_, of: string) => `/${of}/${ids[of] ?? AUDIT}`)
    .replace('{section}', 'plan')
    .replace(/\{[a-zA-Z]+\}/g, AUDIT);

/** An answer but for its moment, its own id, and how long the log of the whole authority is. */
async function asked(world: ABlindRound, url: string, person = EVE) {
  const { statusCode, body, headers } = await world.http.inject({ url, headers: { person } });
  const { date: _, position: __, 'request-id': id, ...others } = headers;
  return { url, statusCode, body: body.replaceAll(String(id), 'id'), headers: others };
}

describe('before their own grade, a reviewer', () => {
  it('is refused wherever the product shows anything of ours', async () => {
    const open: string[] = [];
    for (const route of routes) {
      const { statusCode, body } = await asked(harsh, address(route));
      if (statusCode === 200) open.push(route);
      else expect([route, statusCode]).toEqual([route, 403]);
      expect([route, body.includes(NARRATIVE)]).toEqual([route, false]);
    }
    expect(open.sort()).toEqual(OPEN_TO_REVIEWERS);
    expect(routes.length).toBeGreaterThan(30);
  });

  it('gets to the byte the same answers, whatever we made of the case', async () => {
    for (const url of [...routes.map(address), ...PAGES]) {
      expect(await asked(harsh, url)).toEqual(await asked(kind, url));
    }
  });

  it('makes the product do the same work, whatever we made of the case, so that no time of an answer tells', async () => {
    for (const url of [...routes.map(address), ...PAGES]) {
      const [one, other] = [await kind.readingsOf(url), await harsh.readingsOf(url)];
      expect([url, one]).toEqual([url, other]);
    }
    expect(await kind.readingsOf(MINE)).toEqual([`readStream ${AUTHORITY}/review-round-${ROUND}`]);
  });

  it('sees the child, the work that is graded and the tool, and nothing else', async () => {
    const { items } = (await kind.http.inject({ url: '/v1/my-reviews' })).json<{ items: object[] }>();
    const shown = {
      round: ROUND,
      audit: AUDIT,
      child: 'C0000',
      reviewed: { from: '2020-10-01', to: '2025-10-01' },
      tool: { id: IDS['audit-tools'], version: 1 },
      until: '2026-05-31',
      committed: null,
      quality: null,
      comparison: null,
    };
    expect(items).toEqual([shown]);
    const waiting = (await kind.http.inject({ url: '/v1/my-reviews/waiting' })).json<object>();
    const todo = {
      kind: 'commit-blind-grade',
      ...{ round: ROUND, audit: AUDIT, child: 'C0000', due: '2026-05-31' },
    };
    expect(waiting).toEqual({ items: [todo], n: 1 });
    const one = (await kind.http.inject({ url: MINE })).json<object>();
    expect(one).toEqual({ ...shown, voices: null, written: null, own: null });
  });

  it('is shown what the child said where the policy shows it, and not who wrote it down', async () => {
    const world = await ABlindRound.begin({ grade: 'inadequate', voicesShown: true });
    const { voices, written } = (await world.http.inject({ url: MINE })).json<Record<string, unknown>>();
    await world.http.close();
    expect(voices).toEqual([{ voice: 'child', text: SAID }]);
    expect(written).toBeNull();
  });

  it('does not find the case of another reviewer, nor a round that is not there', async () => {
    for (const [url, person] of [
      [MINE, RAJ],
      [`/v1/review-rounds/${ROUND}/reviews/${ROUND}`, EVE],
      [`/v1/review-rounds/${AUDIT}/reviews/${AUDIT}`, EVE],
    ] as const) {
      expect([url, (await asked(kind, url, person)).statusCode]).toEqual([url, 404]);
    }
  });
});

describe('with and after their own grade, a reviewer', () => {
  it('is shown ours beside theirs and what we wrote, and the grade never changes', async () => {
    const world = await ABlindRound.begin({ grade: 'inadequate' });
    await world.done(commit, EVE);
    const between = (await world.http.inject({ url: MINE })).json<Record<string, unknown>>();
    expect([between['comparison'], between['written']]).toEqual([null, null]);
    const own = [{ type: 'BlindGradeCommitted', actor: EVE, narrative: { rationale: 'As read.' } }];
    expect(between['own']).toMatchObject(own);
    await world.carriedOn();
    const judged = { audit: AUDIT, quality: 'poor', aspects: [], notes: 'No voice of the child.' } as const;
    await world.done(
      { kind: 'review-round', id: ROUND, command: { type: 'JudgeAuditQuality', ...judged } },
      EVE,
    );
    const after = (await world.http.inject({ url: MINE })).json<Record<string, unknown>>();
    expect(after).toMatchObject({
      committed: { grade: 'good', scale: CURRENT_SCALE, sections: [] },
      comparison: { ours: 'inadequate', theirs: 'good', agree: false },
    });
    expect(after['own']).toMatchObject([
      ...own,
      { type: 'AuditQualityJudged', narrative: { notes: 'No voice of the child.' } },
    ]);
    expect(JSON.stringify(after['written'])).toContain(NARRATIVE);
    const changed = { ...commit, command: { ...commit.command, grade: 'inadequate' } } as const;
    expect(await world.say(changed, EVE)).toMatchObject({
      ok: false,
      refusal: { code: 'already-committed' },
    });
    const others = (await world.http.inject({ url: MINE, headers: { person: RAJ } })).statusCode;
    const stillNot = (await world.http.inject({ url: `/v1/audits/${AUDIT}` })).statusCode;
    await world.http.close();
    expect([others, stillNot]).toEqual([404, 403]);
  });

  it('is shown nothing from the day after the last one, without anybody doing anything', async () => {
    const world = await ABlindRound.begin({ grade: 'good' });
    world.now = '2026-05-31T22:59:59.999Z';
    const last = (await world.http.inject({ url: MINE })).statusCode;
    world.now = '2026-05-31T23:00:00.000Z';
    const next = (await world.http.inject({ url: MINE })).statusCode;
    const { items } = (await world.http.inject({ url: '/v1/my-reviews' })).json<{ items: object[] }>();
    const refused = await world.say(commit, EVE);
    await world.http.close();
    expect([last, next, items]).toEqual([200, 404, []]);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'access-not-open' } });
  });
});

describe('the authority', () => {
  it('sees the draw with its precision, the cases, and an opinion with its figures', async () => {
    const world = await ABlindRound.begin({ grade: 'good' });
    await world.done(commit, EVE);
    await world.carriedOn();
    const conclude = {
      type: 'ConcludeRound',
      opinion: 'reliable-with-limits',
      givenBy: EVE,
      text: 'One is few.',
    } as const;
    const order = { kind: 'review-round', id: ROUND } as const;
    expect(await world.say({ ...order, command: conclude }, LEAD)).toMatchObject({
      refusal: { code: 'reviews-unfinished' },
    });
    await world.done({ ...order, command: { ...conclude, notReviewedCode: 'reviewer-ill' } }, LEAD);
    const read = await world.http.inject({ url: `/v1/review-rounds/${ROUND}`, headers: { person: LEAD } });
    const list = await world.http.inject({ url: '/v1/review-rounds', headers: { person: LEAD } });
    await world.http.close();
    expect(read.json()).toMatchObject({
      status: 'concluded',
      compared: 1,
      agreed: 1,
      precision: expect.stringMatching(
        /^\+\/- 0\.0 points at 50 %.* 2 of 2 audits\. This counts sampling error only/,
      ),
      opened: { frame: { audits: 2 }, precision: { halfWidthPoints: 0, atPercent: 50 } },
      sample: { seedSource: 'server', seed: 'seed' },
      notJudged: [AUDIT],
      conclusion: { opinion: 'reliable-with-limits', n: 1, agreed: 1, notReviewed: 1, notJudged: 1 },
    });
    expect(list.json()).toMatchObject({ items: [{ id: ROUND, halfYear: { to: '2026-03-31' } }] });
    expect(list.headers['position']).toMatch(/^\d+$/);
  });
});
