import { expect, it } from '@jest/globals';
import { cycleProgressView } from '#views';
import { withRevision } from './revisioned.js';

const stream = { kind: 'cycle', id: 'c' } as const;

it('a thing that changes while it is read comes with the revision before, so that nobody overwrites what they did not see', async () => {
  let revision = 4n;
  const found = await withRevision(
    { revision: async () => revision },
    cycleProgressView,
    'northshire',
    stream,
    async () => `as of ${(revision += 1n)}`,
  );
  expect(found).toEqual({ thing: 'as of 5', revision: 4n });
});

it('a thing that is not there has no revision', async () => {
  const nothing = withRevision(
    { revision: async () => null },
    cycleProgressView,
    'n',
    stream,
    async () => null,
  );
  expect(await nothing).toBeNull();
});
