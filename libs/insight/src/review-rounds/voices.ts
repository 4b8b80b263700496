import { Injectable } from '@nestjs/common';
import { upcast, type AuditId, type AuthorityId, type CaseAuditEvent, type VoiceOf } from '#audit-cycle';
import { factsOf, narrativeOf, type RecordedEvent } from '#event-log';
import { RecordedStreams } from '../reading/recorded-streams.js';

/** What somebody said, the latest where they were heard more than once. */
export interface Voice {
  readonly voice: VoiceOf;
  readonly text: string;
}

/** What child, family and practitioner said, without who wrote it down or when. */
@Injectable()
export class Voices {
  constructor(private readonly streams: RecordedStreams) {}

  async of(authority: AuthorityId, audit: AuditId): Promise<readonly Voice[]> {
    const events = await this.streams.events(authority, 'case-audit', audit);
    const heard = new Map(events.flatMap(voiceIn).map(({ voice, text }) => [voice, text]));
    return [...heard].map(([voice, text]) => ({ voice, text }));
  }
}

function voiceIn(event: RecordedEvent): readonly Voice[] {
  const { type, schema } = event.header;
  if (type !== 'VoiceRecorded') return [];
  const read = upcast(type, schema, { facts: factsOf(event), narrative: narrativeOf(event) });
  const { voice } = read.facts as Extract<CaseAuditEvent, { type: 'VoiceRecorded' }>['facts'];
  const text = read.narrative?.['text'];
  return text === undefined ? [] : [{ voice, text }];
}
