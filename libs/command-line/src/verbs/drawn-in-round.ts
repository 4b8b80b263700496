import { upcast, type AuditsSampled, type Refusal, type RoundOpened } from '#audit-cycle';
import { factsOf, streamName, type RecordedEvent } from '#event-log';
import type { Touchstone } from '../touchstone.js';
import type { DrawnMaterial } from './drawn-material.js';
import { blobText } from './stored-text.js';

/** The audits that were drawn for a review round, from the record. */
export async function drawnInRound(
  touchstone: Touchstone,
  authority: string,
  id: string,
): Promise<readonly DrawnMaterial[] | Refusal> {
  const events = await touchstone.log.readStream(streamName(authority, 'review-round', id));
  const opened = factsOfType<RoundOpened['facts']>(events, 'RoundOpened');
  const drawn = factsOfType<AuditsSampled['facts']>(events, 'AuditsSampled');
  if (opened === null || drawn === null)
    return {
      code: 'not-found',
      message: `The authority ${authority} has no review round ${id} with a sample.`,
    };
  const list = await blobText(touchstone, authority, 'list', drawn.frameDigest);
  if (typeof list !== 'string') return list;
  return [{ about: 'audits', list, audits: { size: opened.sampleSize, drawn } }];
}

function factsOfType<Facts>(events: readonly RecordedEvent[], wanted: string): Facts | null {
  const recorded = events.find(({ header }) => header.type === wanted);
  if (recorded === undefined) return null;
  const { type, schema } = recorded.header;
  return upcast(type, schema, { facts: factsOf(recorded) }).facts as Facts;
}
