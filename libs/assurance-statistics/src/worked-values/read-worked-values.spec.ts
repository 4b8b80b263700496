import { describe, expect, it } from '@jest/globals';
import { readWorkedValues } from './read-worked-values.js';

const VALUE = {
  id: 'one',
  statistic: 'wilson',
  params: {},
  input: { x: 1, n: 2 },
  expected: { value: 0.5 },
  tolerance: 0,
};
const fileOf = (...vectors: readonly unknown[]): unknown => ({ vectors });
const without = (name: string): unknown =>
  Object.fromEntries(Object.entries(VALUE).filter(([member]) => member !== name));

describe('a file of worked values', () => {
  it('is read with or without a source, and with members that mean nothing here', () => {
    const sourced = { ...VALUE, id: 'two', source: 'computed' };
    expect(readWorkedValues(fileOf({ ...VALUE, note: 'ours' }, sourced))).toEqual({
      values: [VALUE, sourced],
    });
  });

  it.each([
    ['a list', [VALUE]],
    ['null', null],
    ['a file without vectors', { values: [] }],
    ['vectors that are no list', { vectors: {} }],
  ])('is not %s', (_, document) => {
    const problems = ['The file must be an object with a list "vectors" of worked values'];
    expect(readWorkedValues(document)).toEqual({ problems });
  });

  it('holds at least one worked value', () => {
    expect(readWorkedValues(fileOf())).toEqual({ problems: ['"vectors" holds no worked value'] });
  });

  it.each(['statistic', 'params', 'input', 'expected', 'tolerance'])(
    'needs %s, and says where it is missing',
    (name) => {
      expect(readWorkedValues(fileOf(VALUE, without(name)))).toEqual({
        problems: [`vectors[1].${name} is missing (id "one")`],
      });
    },
  );

  it.each([
    ['an entry that is no object', 7, 'vectors[0] must be an object, not 7'],
    ['no id', without('id'), 'vectors[0].id is missing'],
    ['an empty id', { ...VALUE, id: ' ' }, 'vectors[0].id must not be empty (id " ")'],
    ['an id that is a number', { ...VALUE, id: 3 }, 'vectors[0].id must be a text, not 3'],
    [
      'a statistic that is none',
      { ...VALUE, statistic: null },
      'vectors[0].statistic must be a text, not null (id "one")',
    ],
    [
      'params that are a list',
      { ...VALUE, params: [1] },
      'vectors[0].params must be an object, not [1] (id "one")',
    ],
    [
      'nothing expected',
      { ...VALUE, expected: {} },
      'vectors[0].expected must name at least one member to compare (id "one")',
    ],
    [
      'a negative tolerance',
      { ...VALUE, tolerance: -1 },
      'vectors[0].tolerance must be at least 0, not -1 (id "one")',
    ],
    [
      'a tolerance in words',
      { ...VALUE, tolerance: 'small' },
      'vectors[0].tolerance must be a number, not "small" (id "one")',
    ],
    [
      'a tolerance without end',
      { ...VALUE, tolerance: Infinity },
      'vectors[0].tolerance must be a number, not Infinity (id "one")',
    ],
    [
      'a source that is a list',
      { ...VALUE, source: [] },
      'vectors[0].source must be a text, not [] (id "one")',
    ],
  ])('with %s is not understood', (_, entry, problem) => {
    expect(readWorkedValues(fileOf(entry))).toEqual({ problems: [problem] });
  });

  it('tells of everything that is wrong at once, an id that comes twice among it', () => {
    expect(readWorkedValues(fileOf(VALUE, { ...VALUE, id: 'two', tolerance: -1 }, VALUE))).toEqual({
      problems: [
        'vectors[1].tolerance must be at least 0, not -1 (id "two")',
        'vectors[2].id "one" is also the id of vectors[0]',
      ],
    });
  });
});
