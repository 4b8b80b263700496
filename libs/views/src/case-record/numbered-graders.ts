import type { PersonId } from '#audit-cycle';
import type { CaseRecordEntry } from './entry.js';

/** Where the facts of events say who grades, whoever it is at last. */
const GRADES = ['auditor', 'moderator', 'reAuditor', 'panel'];
const HANDED_ON = ['AuditorReplaced', 'ModeratorReplaced', 'ReAuditorReplaced'];

/**
 * A record in which those who grade are numbered in the order in which they come to it, wherever it names them, but for the reader: who
 * did what within a case stays to be seen, and two cases do not say that they had the same auditor.
 *
 * @param entries all of the record, in the order of the log
 */
export function numberedGraders<Entry extends CaseRecordEntry>(
  entries: readonly Entry[],
  reader: PersonId,
): readonly Entry[] {
  const graders = [...new Set(entries.flatMap(gradersOf))].filter((one) => one !== reader);
  const numbers = new Map(graders.map((one, at) => [one, `grader-${at + 1}`]));
  return entries.map((entry) => ({
    ...entry,
    actor: numbers.get(entry.actor) ?? entry.actor,
    facts: numbered(entry.facts, numbers) as object,
  }));
}

function gradersOf({ type, facts }: CaseRecordEntry): readonly PersonId[] {
  const keys = HANDED_ON.includes(type) ? [...GRADES, 'from', 'to'] : GRADES;
  return Object.entries(facts).flatMap(([key, value]: [string, unknown]) =>
    keys.includes(key) ? [value].flat().filter((one) => typeof one === 'string') : [],
  );
}

function numbered(value: unknown, numbers: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return numbers.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => numbered(one, numbers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, numbered(one, numbers)]));
}
