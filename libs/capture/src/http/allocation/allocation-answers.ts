import { ApiProperty } from '@nestjs/swagger';
import {
  capacityOn,
  type AllocationRequest,
  type AllocationSuggestion,
  type AuditId,
  type CycleId,
  type IsoDate,
  type PersonId,
} from '#audit-cycle';

const ID = { type: 'string', format: 'uuid' } as const;
const TEXT = { type: 'string' } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;
const objects = (properties: object) =>
  ({ type: 'array', items: { type: 'object', properties } }) as { type: 'array'; items: object };

export class SuggestionAnswer {
  @ApiProperty(ID) cycle!: CycleId;
  @ApiProperty({ type: 'string', format: 'date', description: 'When audits allocated on that day are due.' })
  due!: IsoDate;
  @ApiProperty(objects({ audit: ID, auditor: ID }))
  pairs!: readonly { readonly audit: AuditId; readonly auditor: PersonId }[];
  @ApiProperty({
    ...objects({ audit: ID, reasons: objects({ auditor: ID, code: TEXT }) }),
    description: 'Cases that nobody can take, with what stands in the way of each auditor.',
  })
  unplaced!: AllocationSuggestion['unplaced'];
  @ApiProperty({
    ...objects({ auditor: ID, audits: COUNT, suggested: COUNT, capacity: COUNT }),
    description: 'How much everybody has in this cycle, would get, and can take.',
  })
  auditors!: readonly {
    readonly auditor: PersonId;
    readonly audits: number;
    readonly suggested: number;
    readonly capacity: number;
  }[];
}

export class ReallocationSuggestionAnswer {
  @ApiProperty({
    type: () => SuggestionAnswer,
    isArray: true,
    description: 'For each open cycle in which they audit.',
  })
  cycles!: readonly SuggestionAnswer[];
  @ApiProperty({ type: 'array', items: ID, description: 'Audits that they have still to moderate.' })
  moderating!: readonly AuditId[];
}

export class AllocationAnswer {
  @ApiProperty({
    ...objects({ code: TEXT, message: TEXT }),
    description:
      'What does not forbid the allocation: more than the auditor can take, or that they are away.',
  })
  warnings!: readonly object[];
}

export class AllocationsAnswer {
  @ApiProperty({
    ...objects({
      audit: ID,
      accepted: { type: 'boolean' },
      revision: { type: 'integer', description: 'Of the audit afterwards; only where accepted.' },
      code: { ...TEXT, description: 'Only where refused.' },
      message: { ...TEXT, description: 'What to do; only where refused.' },
      warnings: objects({ code: TEXT, message: TEXT }),
    }),
    description:
      'One for each audit, in the order in which they were sent. What is refused changes nothing for the others.',
  })
  answers!: readonly object[];
}

/** A suggestion with the numbers that are read beside it. */
export function suggestionAnswer(
  cycle: CycleId,
  { auditors, people, today, days, capacity }: AllocationRequest,
  { pairs, unplaced }: AllocationSuggestion,
): SuggestionAnswer {
  return {
    cycle,
    due: days.at(-1) ?? today,
    pairs,
    unplaced,
    auditors: auditors.map(({ auditor, audits }) => ({
      ...{ auditor, audits },
      suggested: pairs.filter((pair) => pair.auditor === auditor).length,
      capacity: capacityOn(people.find(auditor) ?? { capacities: [] }, today, capacity),
    })),
  };
}
