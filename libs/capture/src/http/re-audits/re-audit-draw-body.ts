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

const OBJECT = { type: 'object' } as const;
const LIST = { type: 'array' } as const;

const CHOICE = {
  ...OBJECT,
  properties: {
    audit: TEXT,
    index: { ...WHOLE, nullable: true },
    rule: { ...TEXT, enum: ['drawn', 'inadequate'] },
    ordinal: WHOLE,
  },
};

const DRAW = {
  ...OBJECT,
  description:
    'The draw as recorded. Indices count the eligible of the frozen list from 0; `touchstone sample --check` repeats it.',
  properties: {
    seed: TEXT,
    seedSource: { ...TEXT, enum: ['server', 'supplied'] },
    drawnOn: { ...TEXT, format: 'date' },
    ...{ sharePercent: WHOLE, fromWeeks: WHOLE, toWeeks: WHOLE, eligible: WHOLE, eligibleDigest: TEXT },
    chosen: { ...LIST, items: CHOICE },
  },
};

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
