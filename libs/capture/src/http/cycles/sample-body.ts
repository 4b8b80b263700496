import { ApiProperty } from '@nestjs/swagger';
import type { Sample } from '#audit-cycle';
import { Line, Part, Text, Whole } from '#platform';
import type { Precision } from '#population';

export class RedrawReasonBody {
  @Line({ max: 60 }) code!: string;
  @Text() text!: string;
}

export class DrawSampleBody {
  @Whole({ min: 1, max: 100_000, about: 'Cases in all strata together.' }) size!: number;
  @Whole({ min: 0, max: 100_000, optional: true, about: "As the cycle's policy says, unless given." })
  minimumPerStratum?: number;
  @Line({ optional: true, about: 'Recorded and shown as supplied. Left out, the server makes one.' })
  seed?: string;
  @Part(() => RedrawReasonBody, { optional: true, about: 'Needed from the second draw on.' })
  redrawReason?: RedrawReasonBody;
}

const WHOLE = { type: 'integer' } as const;
const TEXT = { type: 'string' } as const;

/** A sample and what it stands for. */
export class SampleAnswer {
  @ApiProperty({
    type: 'object',
    description:
      'The draw as recorded. Indices count the entries of the frame from 0; `touchstone sample --check` repeats it.',
    properties: {
      method: TEXT,
      frame: TEXT,
      drawnOn: { type: 'string', format: 'date' },
      seed: TEXT,
      seedSource: { type: 'string', enum: ['server', 'supplied'] },
      size: WHOLE,
      minimumPerStratum: WHOLE,
      strata: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            stratum: TEXT,
            inFrame: WHOLE,
            eligible: WHOLE,
            chosen: { type: 'array', items: WHOLE },
            probability: { type: 'number' },
          },
        },
      },
      exclusions: {
        type: 'array',
        items: {
          type: 'object',
          properties: { reasonCode: TEXT, indices: { type: 'array', items: WHOLE } },
        },
      },
    },
  })
  sample!: Sample;
  @ApiProperty({ ...WHOLE, description: 'Cases drawn.' }) cases!: number;
  @ApiProperty({ ...WHOLE, description: 'Children in the frame.' }) children!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: WHOLE,
    description: 'How many children could not be drawn, by reason.',
  })
  excluded!: Readonly<Record<string, number>>;
  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: {
      points: { type: 'number' },
      atPercent: WHOLE,
      confidencePercent: WHOLE,
      drawn: WHOLE,
      outOf: WHOLE,
      inWords: TEXT,
    },
  })
  precision!: Precision | null;
}
