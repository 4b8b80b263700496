import { aNumber, aText } from './read-value.js';
import type { Read } from './read-value.js';
import { Members } from './members.js';
import type { WorkedValue } from './worked-value.js';

export type ReadWorkedValues =
  | { readonly values: readonly WorkedValue[] }
  /** Sentences, one for each thing that is wrong, in the order of the file. */
  | { readonly problems: readonly string[] };

/**
 * Reads a document of the form `{"vectors": [worked value, ...]}`; members beyond those of a worked value are let be.
 * It is read whole or not at all: what one entry lacks, a reader must not take for a pass.
 */
export function readWorkedValues(document: unknown): ReadWorkedValues {
  if (!isObject(document) || !Array.isArray(document['vectors']))
    return { problems: ['The file must be an object with a list "vectors" of worked values'] };
  const entries: readonly unknown[] = document['vectors'];
  if (entries.length === 0) return { problems: ['"vectors" holds no worked value'] };

  const seen = new Map<string, number>();
  const values: WorkedValue[] = [];
  const problems: string[] = [];
  entries.forEach((entry, at) => {
    const place = `vectors[${at}]`;
    try {
      const value = readOne(entry, place);
      const before = seen.get(value.id);
      if (before !== undefined)
        problems.push(`${place}.id "${value.id}" is also the id of vectors[${before}]`);
      else seen.set(value.id, at);
      values.push(value);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`${error.message}${named(entry)}`);
    }
  });
  return problems.length > 0 ? { problems } : { values };
}

function readOne(entry: unknown, place: string): WorkedValue {
  const members = new Members(place, anObject(entry, place));
  const source = members.takeOr<string | undefined>('source', aText, undefined);
  return {
    id: members.take('id', someText),
    statistic: members.take('statistic', someText),
    params: members.take('params', anObject),
    input: members.take('input', anObject),
    expected: members.take('expected', someMembers),
    tolerance: members.take('tolerance', aTolerance),
    ...(source === undefined ? {} : { source }),
  };
}

const named = (entry: unknown): string =>
  isObject(entry) && typeof entry['id'] === 'string' && entry['id'] !== '' ? ` (id "${entry['id']}")` : '';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const anObject: Read<Readonly<Record<string, unknown>>> = (value, place) => {
  if (!isObject(value)) throw new RangeError(`${place} must be an object, not ${JSON.stringify(value)}`);
  return value;
};

/** Something to compare: an answer that expects nothing would always pass. */
const someMembers: Read<Readonly<Record<string, unknown>>> = (value, place) => {
  const members = anObject(value, place);
  if (Object.keys(members).length === 0)
    throw new RangeError(`${place} must name at least one member to compare`);
  return members;
};

const someText: Read<string> = (value, place) => {
  const text = aText(value, place);
  if (text.trim() === '') throw new RangeError(`${place} must not be empty`);
  return text;
};

const aTolerance: Read<number> = (value, place) => {
  const tolerance = aNumber(value, place);
  if (tolerance < 0) throw new RangeError(`${place} must be at least 0, not ${tolerance}`);
  return tolerance;
};
