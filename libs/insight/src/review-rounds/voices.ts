import { Inject, Injectable } from '@nestjs/common';
import { upcast, type AuditId, type AuthorityId, type CaseAuditEvent, type VoiceOf } from '#audit-cycle';
import {
  DEFAULT_PAGE,
  factsOf,
  narrativeOf,
  streamName,
  type EventLog,
  type RecordedEvent,
} from '#event-log';
import { RECORD } from '../reading/sources.js';

/** What somebody said, the latest where they were heard more than once. */
export interface Voice {
  readonly voice: VoiceOf;
  readonly text: string;
}

/** What child, family and practitioner said, without who wrote it down or when. */
@Injectable()
export class Voices {
  constructor(@Inject(RECORD) private readonly record: EventLog) {}

  async of(authority: AuthorityId, audit: AuditId): Promise<readonly Voice[]> {
    const stream = streamName(authority, 'case-audit', audit);
    const heard = new Map<VoiceOf, string>();
    let page: readonly RecordedEvent[];
    let after = -1n;
    do {
      page = await this.record.readStream(stream, { after });
      for (const event of page) {
        const said = voiceIn(event);
        if (said !== null) heard.set(said.voice, said.text);
        after = event.revision;
      }
    } while (page.length === DEFAULT_PAGE);
    return [...heard].map(([voice, text]) => ({ voice, text }));
  }
}

function voiceIn(event: RecordedEvent): Voice | null {
  const { type, schema } = event.header;
  if (type !== 'VoiceRecorded') return null;
  const read = upcast(type, schema, { facts: factsOf(event), narrative: narrativeOf(event) });
  const { voice } = read.facts as Extract<CaseAuditEvent, { type: 'VoiceRecorded' }>['facts'];
  const text = read.narrative?.['text'];
  return text === undefined ? null : { voice, text };
}
