/**
 * What the caller says about an event, as canonical JSON in record format 1. These bytes are stored exactly as they are and are
 * what a proof hashes; facts and narrative hang off their digests, so narrative can be destroyed and the proof still holds.
 */
export interface EventHeader {
  readonly format: 1;
  readonly authority: string;
  readonly stream: string;
  /** UUID of the event, made by the caller. */
  readonly id: string;
  readonly type: string;
  /** Version of the shape of this type's facts and narrative, from 1. */
  readonly schema: number;
  /** When it happened for the rules, UTC with milliseconds. */
  readonly occurredAt: string;
  /** Pseudonym of the person, or the name of the process, who decided. */
  readonly actor: string;
  /** Id of the command that this event answers. */
  readonly command: string;
  /** Id shared by everything that one request set in motion. */
  readonly correlation: string;
  /** Id of the event that a process reacted to; null when a person began it. */
  readonly causation: string | null;
  /** Names the key that seals the narrative: all of one child's audit goes together. */
  readonly keyScope: string;
  /** SHA-256 of the facts bytes, hexadecimal. */
  readonly facts: string;
  /** SHA-256 of the narrative bytes as stored and the form they are in; null where there is none. */
  readonly narrative: { readonly form: NarrativeForm; readonly digest: string } | null;
}

/** `json`: canonical JSON in clear. */
export type NarrativeForm = 'json';
