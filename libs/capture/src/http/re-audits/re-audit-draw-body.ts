import { ApiProperty } from '@nestjs/swagger';
import type { ReAuditDraw } from '#audit-cycle';
import { Line } from '#platform';

export class DrawReAuditsBody {
  @Line({
    optional: true,
    about: 'Recorded and shown as supplied. Left out, the server makes one after the list is frozen.',
  })
  seed?: string;
}

const TEXT = { type: 'string' } as const;
const WHOLE = { type: 'integer' } as const;

const DRAW = {
  type: 'object',
  description:
    'The draw as recorded. Indices count the eligible of the frozen list from 0; `touchstone sample --check` repeats it.',
  properties: {
    seed: TEXT,
    seedSource: { type: 'string', enum: ['server', 'supplied'] },
    drawnOn: { type: 'string', format: 'date' },
    ...{ sharePercent: WHOLE, fromWeeks: WHOLE, toWeeks: WHOLE, eligible: WHOLE, eligibleDigest: TEXT },
    chosen: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          audit: TEXT,
          index: { type: 'integer', nullable: true },
          rule: { type: 'string', enum: ['drawn', 'inadequate'] },
          ordinal: WHOLE,
        },
      },
    },
  },
} as const;

export class ReAuditDrawAnswer {
  @ApiProperty(DRAW) draw!: ReAuditDraw;
}

/** A draw and all that it takes to repeat it. */
export interface ReAuditDrawWithList {
  readonly draw: ReAuditDraw;
  readonly list: string;
}

export class ReAuditDrawsAnswer {
  @ApiProperty({
    type: 'array',
    description: 'Oldest first.',
    items: {
      type: 'object',
      properties: {
        draw: DRAW,
        list: {
          type: 'string',
          description: 'The frozen list, byte for byte: the SHA-256 of this text is `eligibleDigest`.',
        },
      },
    },
  })
  draws!: readonly ReAuditDrawWithList[];
}
