import { expect, it } from '@jest/globals';
import { insightApp } from './testing/insight-app.js';
import { RecordOfEvents } from './testing/record-of-events.js';

interface Operation {
  readonly summary?: string;
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly headers?: object }>>;
  readonly 'x-policy'?: { readonly roles: readonly string[] };
}

it('the description of the API says of every route who may read it, what it answers and what may go wrong', async () => {
  const app = await insightApp(new RecordOfEvents('northshire'));
  const { paths } = (await app.inject({ url: '/v1/openapi.json' })).json<{
    paths: Record<string, Record<string, Operation>>;
  }>();
  await app.close();
  const routes = Object.entries(paths).filter(([path]) => !/^\/v1\/(health|openapi)/.test(path));
  expect(routes.map(([path]) => path)).toEqual([
    '/v1/cycles',
    '/v1/cycles/{id}',
    '/v1/cycles/{id}/grading-distribution',
    '/v1/cycles/{id}/grading-distribution.csv',
    '/v1/cycles/{id}/grading-distribution/missing',
    '/v1/cycles/{id}/action-completion',
    '/v1/cycles/{id}/progress',
    '/v1/cycles/{id}/published',
    '/v1/cycles/{id}/published.csv',
    '/v1/cycles/{id}/equality',
    '/v1/grading-distribution',
    '/v1/grading-distribution/cases',
    '/v1/grading-distribution/trend',
    '/v1/agreement',
    '/v1/agreement/cases',
    '/v1/auditors/consistency',
    '/v1/auditors/{id}/consistency',
    '/v1/audits',
    '/v1/audits/{id}',
    '/v1/audits/{id}/history',
    '/v1/audits/{id}/grades',
    '/v1/actions',
    '/v1/actions/{id}',
    '/v1/children/{id}/record',
    '/v1/re-audits/{id}',
    '/v1/audits/{id}/open-actions',
    '/v1/audits/{id}/narrative',
    '/v1/actions/{id}/narrative',
    '/v1/re-audits/{id}/narrative',
    '/v1/actions/{id}/child-record-text',
    '/v1/escalations/{id}/narrative',
    '/v1/review-rounds/{id}/reviews/{audit}/narrative',
    '/v1/calibration-sessions/{id}/narrative',
    '/v1/measures/{id}/narrative',
    '/v1/measures/{id}/surgeries',
    '/v1/calibration-sessions',
    '/v1/review-rounds',
    '/v1/review-rounds/{id}',
    '/v1/my-reviews',
    '/v1/review-rounds/{id}/reviews/{audit}',
    '/v1/escalations',
    '/v1/escalations/{id}',
    '/v1/escalations/{id}/history',
    '/v1/work-list',
    '/v1/work-list/overdue',
    '/v1/work-list/exceptions',
    '/v1/work-list/moderation-queue',
    '/v1/my-reviews/waiting',
    '/v1/re-audit-outcomes',
    '/v1/re-audit-outcomes/cases',
    '/v1/action-completion',
    '/v1/action-completion/cases',
    '/v1/action-completion/surgeries',
    '/v1/action-completion/surgeries/cases',
    '/v1/clocks',
    '/v1/clocks/cases',
    '/v1/themes',
    '/v1/themes/cases',
    '/v1/external-reliability',
    '/v1/review-rounds/{id}/reliability',
    '/v1/review-rounds/{id}/reliability/cases',
    '/v1/auditor-timeliness',
    '/v1/auditor-timeliness/cases',
    '/v1/scorecard',
    '/v1/measures',
    '/v1/measures/{id}',
    '/v1/measures/{id}/history',
  ]);
  for (const [path, operations] of routes) {
    expect(Object.keys(operations)).toEqual(['get']);
    const { summary, responses, 'x-policy': policy } = operations['get']!;
    const documented = Object.keys(responses);
    expect({ path, summary, documented }).toEqual({
      path,
      summary: expect.any(String),
      documented: ['200', '400', '401', '403', ...(path.includes('{id}') ? ['404'] : []), '503'],
    });
    expect(responses['200']).toMatchObject({ content: expect.anything(), headers: expect.anything() });
    const ofReviewers = [
      '/v1/my-reviews',
      '/v1/my-reviews/waiting',
      '/v1/review-rounds/{id}/reviews/{audit}',
    ].includes(path);
    expect([path, policy?.roles.includes('external-reviewer')]).toEqual([path, ofReviewers]);
  }
});
