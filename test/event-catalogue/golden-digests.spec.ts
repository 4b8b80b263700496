import { expect, it } from '@jest/globals';
import { rewritten } from './golden-digests.js';
import { fileOf, storedDigests, type GoldenFile } from './golden-events.js';

const left = (...days: readonly string[]): GoldenFile =>
  fileOf(
    'PersonLeft/1.jsonl',
    days.map((on) => `{"facts":{"on":"${on}"},"narrative":null,"schema":1,"type":"PersonLeft"}\n`).join(''),
  );

const [MONDAY, TUESDAY] = ['2024-02-26', '2024-02-27'];

it('golden events that were changed, removed or put into another order are seen by the digests that were kept', () => {
  const { events } = left(MONDAY, TUESDAY);
  const kept = new Map(
    events.map((event, index) => [`PersonLeft/1.jsonl:${index + 1}`, storedDigests(event)]),
  );
  expect(rewritten(kept, [left(MONDAY, TUESDAY)])).toEqual([]);
  expect(rewritten(kept, [left(MONDAY, TUESDAY, MONDAY)])).toEqual([]);
  expect(rewritten(kept, [left(MONDAY)])).toEqual(['PersonLeft/1.jsonl:2']);
  expect(rewritten(kept, [left(TUESDAY, MONDAY)])).toEqual(['PersonLeft/1.jsonl:1', 'PersonLeft/1.jsonl:2']);
  expect(rewritten(kept, [])).toHaveLength(2);
});
