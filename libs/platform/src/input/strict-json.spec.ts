import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problem/problem.js';
import { strictJson } from './strict-json.js';

const read = (text: string): unknown => strictJson(Buffer.from(text));

const codeOf = (read: () => unknown): string | null => {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof Problem && error.status === 400) return error.code;
    throw error;
  }
};

describe('JSON that is read strictly', () => {
  it.each([
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '[{"a":"{\\"a\\":1,\\"a\\":2}"}]',
    '{"a":["a","a"],"b":"a,b:{}[]\\\\"}',
    '"alone"',
    '{"emoji":"\\ud83d\\ude00 \\u00e9","":1}',
  ])('reads %s as every reader does', (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['{"a":1,"a":2}', 'member-twice'],
    ['{"a":1,"\\u0061":2}', 'member-twice'],
    ['[{"x":{"b":1,"c":[{"d":1}],"b":2}}]', 'member-twice'],
    ['{"__proto__":{"role":"administrator"}}', 'member-not-allowed'],
    ['{"a":{"\\u005f_proto__":1}}', 'member-not-allowed'],
    ['{"constructor":{"prototype":{}}}', 'member-not-allowed'],
    ['{"a":"b\\u0000c"}', 'null-character'],
    ['{"a\\u0000":1}', 'null-character'],
    ['{"a":"\\ud83d"}', 'broken-character'],
    ['{"a":"\\ude00\\ud83d"}', 'broken-character'],
    ['{"a":1', 'malformed-json'],
    ["{'a':1}", 'malformed-json'],
    ['{"a":NaN}', 'malformed-json'],
    [`${'['.repeat(33)}${']'.repeat(33)}`, 'nested-too-deep'],
  ])('refuses %s', (text, code) => {
    expect(codeOf(() => read(text))).toBe(code);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(() => strictJson(Buffer.from([0x22, 0xe9, 0x22])))).toBe('not-utf-8');
  });

  it('reads a megabyte of one text, of quotes, and of brackets, and refuses the last for its depth', () => {
    const megabyte = 1024 * 1024;
    expect(read(`"${'x'.repeat(megabyte)}"`)).toHaveLength(megabyte);
    expect(read(`"${'\\"'.repeat(megabyte / 2)}"`)).toHaveLength(megabyte / 2);
    expect(codeOf(() => read('['.repeat(megabyte / 2) + ']'.repeat(megabyte / 2)))).toBe('nested-too-deep');
  });
});
