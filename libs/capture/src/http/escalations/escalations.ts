import { Inject, Injectable } from '@nestjs/common';
import { isKeptFrom, type EscalationCommand, type OpenEscalation, type PersonId } from '#audit-cycle';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import type { Recorded } from '../deciding/recorded.js';
import { notFound } from '../deciding/refused.js';
import type { Sending } from '../deciding/sending.js';

/** Escalations are opened by the product alone. */
export type LaterEscalationCommand = Exclude<EscalationCommand, OpenEscalation>;

/**
 * Hands in what people decide about escalations. Whom one is kept from is answered before anything else looks at the request,
 * so that no header and no stale revision tells them that there is one.
 */
@Injectable()
export class Escalations {
  constructor(
    private readonly desk: CommandDesk,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  /** @throws Problem 404 where there is none, or none that the person may know of; and for a refusal */
  async decide(sending: Sending, id: string, command: LaterEscalationCommand): Promise<Recorded> {
    const { authority, actor } = sending.envelope;
    if (!(await this.mayKnow(authority, id, actor.person))) throw notFound('escalation');
    return this.desk.decide(sending, { kind: 'escalation', id, command });
  }

  private async mayKnow(authority: string, id: string, person: PersonId): Promise<boolean> {
    const { streams, standing } = this.parts.gateway.lookups;
    const { state } = await streams.load(authority, 'escalation', id);
    if (state.status === 'not-opened') return false;
    const { state: audit } = await streams.load(authority, 'case-audit', state.audit);
    if (audit.status === 'not-selected') return false;
    const look = await standing.look(authority);
    const people = { find: (one: PersonId) => look.of('person', one).state };
    return !isKeptFrom(person, state, audit.selected, people);
  }
}
