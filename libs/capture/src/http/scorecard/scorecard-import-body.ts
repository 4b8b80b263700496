import { ApiProperty } from '@nestjs/swagger';
import { Flag, IsoDay, Line, Text } from '#platform';

/** The fields beside the file. Maps come as JSON, because a form has only text. */
export class ScorecardImportFields {
  @IsoDay({ about: 'The day that the table speaks of.' }) on!: string;
  @Flag({ optional: true, inAddress: true, about: 'Look only, and record nothing.' }) dryRun?: boolean;
  @Text({
    max: 50_000,
    optional: true,
    about:
      'JSON: a heading as written, to what its column holds; a month as YYYY-MM, a financial year as YYYY-YY.',
  })
  headings?: string;
  @Line({ max: 60, optional: true, about: 'Why figures that are on record are replaced, as a code.' })
  reasonCode?: string;
  @Text({ max: 2_000, optional: true, about: 'The same in words.' }) reason?: string;
}

export class ImportedRowAnswer {
  @ApiProperty({ description: 'Sheet and row, as a person sees them in Excel.' }) sheet!: string;
  @ApiProperty({ type: 'integer' }) row!: number;
  @ApiProperty({ type: 'string', nullable: true }) ref!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'uuid', description: 'Id of the measure.' }) measure!: string;
  @ApiProperty({
    enum: ['defined', 'reported', 'unchanged', 'refused'],
    description: 'Of a dry run: what it would become.',
  })
  became!: string;
  @ApiProperty() targetsSet!: boolean;
  @ApiProperty({ type: 'integer' }) figuresReported!: number;
  @ApiProperty({ type: 'integer' }) figuresAlreadyReported!: number;
  @ApiProperty({ type: [Object], description: 'Code and message of each.' }) refusals!: object[];
}

export class ScorecardImportBody {
  @ApiProperty({ description: 'False of a dry run, and where everything was on record.' }) recorded!: boolean;
  @ApiProperty({ description: 'SHA-256 of the file.' }) file!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Every row accounted for: read, used, excluded and warned, each with row, column and reason.',
  })
  report!: object;
  @ApiProperty({ type: [ImportedRowAnswer], description: 'What the rows that were used became.' })
  rows!: readonly ImportedRowAnswer[];
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'How much of the log it takes to see it; null where nothing was recorded.',
  })
  position!: string | null;
}
