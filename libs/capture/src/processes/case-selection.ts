import {
  replaceWithdrawn,
  selectCases,
  selectReplacement,
  type AuditWithdrawn,
  type Cycle,
  type Order,
  type ReplacementDrawn,
  type Selection,
} from '#audit-cycle';
import { derivedId, parseStreamName, type RecordedEvent } from '#event-log';
import type { Lookups } from '../contexts/lookups.js';
import { domainEvent } from '../deciding/domain-event.js';
import type { Process } from './reaction.js';

/** Opening a cycle selects its sample; a withdrawal that asks for it draws a replacement, and that is selected too. */
export function caseSelection(lookups: Lookups): Process {
  return {
    name: 'case-selection',
    reactions: [
      {
        to: ['CycleOpened'],
        orders: async (event) => {
          const { authority, id, cycle } = await drawnCycle(lookups, event);
          const frame = await lookups.frames.read(authority, cycle.sample.frame);
          return selectCases(id, cycle, frame).map(selectionOrder);
        },
      },
      {
        to: ['ReplacementDrawn'],
        orders: async (event) => {
          const { authority, id, cycle } = await drawnCycle(lookups, event);
          const frame = await lookups.frames.read(authority, cycle.sample.frame);
          return [
            selectionOrder(
              selectReplacement(id, cycle, frame, domainEvent<'cycle'>(event) as ReplacementDrawn),
            ),
          ];
        },
      },
      {
        to: ['AuditWithdrawn'],
        orders: async (event) => {
          const { authority, id } = parseStreamName(event.header.stream);
          const { state: audit } = await lookups.streams.load(authority, 'case-audit', id);
          if (audit.status === 'not-selected')
            throw new Error(`The audit ${id} was withdrawn and never selected`);
          const command = replaceWithdrawn(id, audit, domainEvent<'case-audit'>(event) as AuditWithdrawn);
          return command === null ? [] : [{ kind: 'cycle', id: audit.selected.cycle, command }];
        },
      },
    ],
  };
}

const selectionOrder = ({ key, command }: Selection): Order => ({
  kind: 'case-audit',
  id: derivedId('case-audit', key),
  command,
});

interface DrawnCycle {
  readonly authority: string;
  readonly id: string;
  readonly cycle: Cycle & { readonly sample: NonNullable<Cycle['sample']> };
}

async function drawnCycle({ streams }: Lookups, event: RecordedEvent): Promise<DrawnCycle> {
  const { authority, id } = parseStreamName(event.header.stream);
  const { state: cycle } = await streams.load(authority, 'cycle', id);
  if (cycle.status === 'not-planned' || cycle.sample === null)
    throw new Error(`The cycle ${id} has no sample`);
  return { authority, id, cycle: { ...cycle, sample: cycle.sample } };
}
