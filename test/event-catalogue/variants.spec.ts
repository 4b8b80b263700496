import { describe, expect, it } from '@jest/globals';
import type { Member, Shape } from './shape.js';
import { unseenVariants } from './variants.js';

const text: Shape = { kind: 'text', pattern: null, named: null };
const codes = (...all: readonly string[]): Shape => ({ kind: 'codes', codes: all, named: null });
const oneOf = (...of: readonly Shape[]): Shape => ({ kind: 'one-of', of, named: null });
const list = (of: Shape): Shape => ({ kind: 'list', of, named: null });
const member = (name: string, shape: Shape, optional = false): Member => ({
  name,
  shape,
  optional,
  meaning: '',
  by: null,
});
const object = (...members: readonly Member[]): Shape => ({ kind: 'object', members, named: null });

const nothing: Shape = { kind: 'null', named: null };
const flag: Shape = { kind: 'boolean', named: null };
const number: Shape = { kind: 'number', named: null };
const visit = object(member('kind', codes('visit')), member('on', text));
const call = object(member('kind', codes('call')), member('minutes', number));

describe('the variants of a shape that no value shows', () => {
  it.each<[string, Shape, readonly unknown[], readonly string[]]>([
    ['a text', text, [], ['it']],
    ['a text that is there', text, ['a'], []],
    ['one of two codes', codes('a', 'b'), ['a', 'a'], ['it = b']],
    ['true', flag, [false], ['it = true']],
    ['null', oneOf(text, nothing), ['a'], ['it as null']],
    ['what is not null', oneOf(text, nothing), [null], ['it as text']],
    ['both sides', oneOf(codes('a'), nothing), [null, 'a'], []],
    ['an entry of a list', list(text), [[], []], ['it[]']],
    ['a code in a list', list(codes('a', 'b')), [['a'], []], ['it[] = b']],
    ['a member', object(member('on', text)), [], ['it.on']],
    ['a member left out', object(member('on', text, true)), [{ on: 'a' }], ['it.on left out']],
    ['a member that may be left out', object(member('on', text, true)), [{}], ['it.on']],
    ['that member both ways', object(member('on', text, true)), [{}, { on: 'a' }], []],
    [
      'one kind of object',
      oneOf(visit, call),
      [{ kind: 'visit', on: 'a' }],
      ['it(kind call).kind = call', 'it(kind call).minutes'],
    ],
    ['a number beside an object', oneOf(number, visit), [{ kind: 'visit', on: 'a' }], ['it as number']],
    ['a list beside true and false', oneOf(list(text), flag), [['a'], true], ['it as boolean = false']],
  ])('%s', (_what, shape, values, unseen) => {
    expect(unseenVariants(shape, values, 'it')).toEqual(unseen);
  });
});
