import { describe, expect, it } from '@jest/globals';
import { fileOf, type GoldenFile } from './golden-events.js';

describe('a golden file', () => {
  const line = '{"facts":{"on":"2024-02-27"},"narrative":null,"schema":1,"type":"PersonLeft"}';
  const left = (text: string): GoldenFile => fileOf('PersonLeft/1.jsonl', text);

  it('holds an event on each line', () => {
    expect(left(`${line}\n${line}\n`).events).toHaveLength(2);
  });

  it.each([
    ['no event', ''],
    ['no line break after the last event', line],
    [
      'an event that is not canonical',
      `${line.replace('"schema":1,"type":"PersonLeft"', '"type":"PersonLeft","schema":1')}\n`,
    ],
    ['white space between members', `${line.replace(',', ', ')}\n`],
    ['an event of another type', `${line.replace('Left', 'Joined')}\n`],
    ['an event of another schema', `${line.replace('"schema":1', '"schema":2')}\n`],
    ['an event without narrative', `${line.replace('"narrative":null,', '')}\n`],
  ])('is refused with %s', (_what, text) => {
    expect(() => left(text)).toThrow(/PersonLeft\/1\.jsonl/);
  });

  it.each(['PersonLeft/0.jsonl', 'PersonLeft/1.json', 'PersonLeft-1.jsonl', '1.jsonl'])(
    'is not named %s',
    (path) => {
      expect(() => fileOf(path, `${line}\n`)).toThrow(/is not named \{type\}\/\{schema\}\.jsonl/);
    },
  );
});
