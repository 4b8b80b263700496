import { randomUUID } from 'node:crypto';
import { streamName } from '#event-log';

export const AUTHORITY = 'bench';
/** No kind of the domain: no view takes it for a stream of its own. */
export const KIND = 'load-test';
export const EVENT_TYPE = 'SectionGraded';
export const PAYLOAD_BYTES = 512;

export interface Content {
  readonly facts: object;
  readonly narrative: Readonly<Record<string, string>>;
}

const GRADES = ['outstanding', 'good', 'requires-improvement', 'inadequate'];
const SECTIONS = ['plan-current', 'visits-timely', 'voice-of-child', 'supervision'];
const WORDS =
  'The plan was reviewed with the child and the family in May; each visit is recorded with what the child said. ';

/**
 * What one event says: the grade of a section and the auditor's words. As one JSON text it has 512 bytes, whoever
 * stores it; each contestant gets the same.
 */
export function sampleContent(n: number): Content {
  const facts = {
    section: SECTIONS[n % SECTIONS.length]!,
    answer: { kind: 'grade', grade: GRADES[(n >> 2) % GRADES.length]! },
  };
  const bare = JSON.stringify({ facts, narrative: { evidence: '' } }).length;
  return { facts, narrative: { evidence: LONG.slice(0, PAYLOAD_BYTES - bare) } };
}
const LONG = WORDS.repeat(Math.ceil(PAYLOAD_BYTES / WORDS.length));

export const newStream = (): string => streamName(AUTHORITY, KIND, randomUUID());
