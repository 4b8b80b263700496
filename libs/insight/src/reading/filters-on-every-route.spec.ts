import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { describedRoutes, type DescribedRoute } from '../testing/described-routes.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}
const OF_NOBODY = derivedId('cycle', 'of nobody');

/** Each filter, something that it cannot be, and the one that the answer names. */
const WRONG: readonly (readonly [filter: string, query: string, named: string])[] = [
  ['kind', 'kind=bimonthly', 'kind'],
  ['cohort', 'cohort=teenagers', 'cohort'],
  ['stage', 'stage=last', 'stage'],
  ['by', 'by=worker', 'by'],
  ['cycle', 'cycle=april-2021', 'cycle'],
  ['cycle', `cycle=${OF_NOBODY}`, 'cycle'],
  ['area', 'area=the-moon', 'area'],
  ['section', 'section=nothing', 'section'],
  ['section', 'lineOfEnquiry=nothing', 'lineOfEnquiry'],
  ['from', 'from=2021-02-29', 'from'],
  ['to', 'to=30.4.2021', 'to'],
  ['from', 'from=2021-05-01&to=2021-04-30', 'to'],
  ['from', 'from=2021-04-01&from=2021-05-01', 'from'],
];

/** Lists of what there is, which a cycle leaves less of: of one that is not there, nothing. */
const NARROWED_DOWN = /^\/v1\/(audits|actions|escalations|work-list)\b/;
const isOfNobody = (query: string): boolean => query.includes(OF_NOBODY);

describe('on every route of figures and lists', () => {
  const record = new RecordOfEvents(NORTHSHIRE);
  let app: NestFastifyApplication;
  let routes: readonly DescribedRoute[];

  beforeAll(async () => {
    await recordCycleOf35(record);
    await record.level();
    app = await insightApp(record);
    routes = (await describedRoutes(app)).filter(({ path, takes }) => {
      // Of what is not there nobody is told what its filters are, and equality takes none.
      const isElsewhere = path.includes('{id}') && !path.startsWith('/v1/cycles');
      return takes.size > 0 && !isElsewhere && !path.endsWith('/equality');
    });
  });
  afterAll(() => app.close());

  /** What is answered otherwise than with one problem that names the parameter and says what it must be. */
  const badlyAnswered = async (
    asked: readonly DescribedRoute[],
    query: string,
    named: string,
  ): Promise<unknown[]> => {
    const wrong: unknown[] = [];
    for (const { url } of asked) {
      const answer = await app.inject({ url: url + query });
      const { code, errors = [] } = answer.json<Partial<Problem>>();
      const found = errors.map(({ path }) => path);
      const says = errors.every(({ message }) => /^(must|is not known here|cannot)/.test(message));
      if (answer.statusCode !== 400 || code !== 'invalid-input' || found.join() !== named || !says)
        wrong.push([url + query, answer.statusCode, answer.body]);
    }
    return wrong;
  };

  it.each(WRONG)('%s is refused as %s, and the answer names %s', async (filter, query, named) => {
    const asked = routes.filter(
      ({ takes, url }) =>
        takes.has(filter) && takes.has(named) && !(isOfNobody(query) && NARROWED_DOWN.test(url)),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(await badlyAnswered(asked, query, named)).toEqual([]);
  });

  it('a filter that nobody knows is refused by its name, and one that only other routes know as well', async () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(await badlyAnswered(routes, 'postcode=N1', 'postcode')).toEqual([]);
    const withoutCohort = routes.filter(({ takes }) => !takes.has('cohort'));
    expect(await badlyAnswered(withoutCohort, 'cohort=in-care', 'cohort')).toEqual([]);
  });
});
