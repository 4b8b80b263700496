import { Inject, Injectable } from '@nestjs/common';
import {
  londonDate,
  suggestAllocation,
  type AuditId,
  type Cycle,
  type IsoDate,
  type PersonId,
} from '#audit-cycle';
import { allocationRequest, type SuggestionWanted } from '../../contexts/allocation-request.js';
import { auditsOfCycle, type AuditOfCycle } from '../../contexts/audits-of-cycle.js';
import type { Known } from '../../contexts/lookups.js';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { refused } from '../deciding/refused.js';
import {
  suggestionAnswer,
  type ReallocationSuggestionAnswer,
  type SuggestionAnswer,
} from './allocation-answers.js';

/** Reads from the record who could audit what. Nothing is changed by asking. */
@Injectable()
export class Suggesting {
  constructor(@Inject(CAPTURE_PARTS) private readonly parts: CaptureParts) {}

  /** For the cases of an open cycle that have no auditor. @throws Problem 409 cycle-not-open, calendar-too-short */
  async forCycle(authority: string, id: string, cycle: Cycle, on?: IsoDate): Promise<SuggestionAnswer> {
    if (cycle.status !== 'open') throw refused(NOT_OPEN);
    const known = await this.known(authority);
    const audits = await auditsOfCycle(known, id, cycle);
    return suggested(known, id, cycle, audits, {
      isToPlace: ({ state }) =>
        state.auditor === null && (state.status === 'selected' || state.status === 'in-progress'),
      today: on ?? this.today(),
      without: [],
    });
  }

  /** For whatever somebody has still to audit, in every open cycle. @throws Problem 409 calendar-too-short */
  async forPerson(authority: string, person: PersonId, on?: IsoDate): Promise<ReallocationSuggestionAnswer> {
    const known = await this.known(authority);
    const cycles: SuggestionAnswer[] = [];
    const moderating: AuditId[] = [];
    const isToPlace = ({ state }: AuditOfCycle): boolean =>
      state.auditor === person && (state.status === 'allocated' || state.status === 'in-progress');
    for (const [id, { state: cycle }] of known.look.all('cycle')) {
      if (cycle.status !== 'open') continue;
      const audits = await auditsOfCycle(known, id, cycle);
      for (const { audit, state } of audits) {
        if (state.moderator === person && state.status === 'graded') moderating.push(audit);
      }
      if (!audits.some(isToPlace)) continue;
      const wanted = { isToPlace, today: on ?? this.today(), without: [person] };
      cycles.push(suggested(known, id, cycle, audits, wanted));
    }
    return { cycles, moderating };
  }

  private today(): IsoDate {
    return londonDate(this.parts.gateway.lookups.clock().toISOString());
  }

  private async known(authority: string): Promise<Known> {
    const { lookups } = this.parts.gateway;
    return { ...lookups, authority, look: await lookups.standing.look(authority) };
  }
}

function suggested(
  known: Known,
  id: string,
  cycle: Cycle,
  audits: readonly AuditOfCycle[],
  wanted: SuggestionWanted,
): SuggestionAnswer {
  const request = allocationRequest(known, cycle, audits, wanted);
  if (request === null) throw refused(CALENDAR_TOO_SHORT);
  return suggestionAnswer(id, request, suggestAllocation(request));
}

const NOT_OPEN = {
  code: 'cycle-not-open',
  message: 'Auditors are suggested while the cycle is open. Open it first.',
};
const CALENDAR_TOO_SHORT = {
  code: 'calendar-too-short',
  message: 'Publish the bank holidays of the coming months first.',
};
