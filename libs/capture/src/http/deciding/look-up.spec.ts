import { expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import type { CaptureParts } from './capture-parts.js';
import { LookUp } from './look-up.js';

it('an answer claims no more of the log than it shows, whatever is recorded while it is read', async () => {
  let head = 7n;
  const headers: Record<string, unknown> = {};
  const reply = {
    header: (name: string, value: unknown) => (headers[name] = value),
  } as unknown as FastifyReply;
  const lookUp = new LookUp({ log: { head: async () => head } } as unknown as CaptureParts);
  const answer = await lookUp.shown(reply, 'northshire', async () => {
    head += 1n;
    return { answer: 'as it was', revision: 3n };
  });
  expect([answer, headers]).toEqual(['as it was', { position: '7', etag: '"3"' }]);
});
