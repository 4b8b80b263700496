import { ApiProperty } from '@nestjs/swagger';
import { POPULATIONS, type PopulationOf } from '#audit-cycle';
import { Code, IsoDay, Text } from '#platform';

/** The fields beside the file. Maps come as JSON, because a form has only text. */
export class PopulationFields {
  @IsoDay({ about: 'The day that the lists speak of.' }) asAt!: string;
  @Code(POPULATIONS, {
    optional: true,
    about:
      'What the population is made of; open cases unless given. A dip sample may take another: events or closures of the period that it reviews.',
  })
  of?: PopulationOf;
  @Text({ max: 200_000, optional: true, about: 'JSON: a heading as written, to a heading of the template.' })
  headings?: string;
  @Text({
    max: 1_000_000,
    optional: true,
    about:
      "JSON: a worker's name as the lists write it, to the id of a person. Goes before the names that people have.",
  })
  workers?: string;
}

export class PopulationAnswer {
  @ApiProperty({ type: 'string', description: 'SHA-256 of the frozen frame.' }) frame!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Every row accounted for: read, used, excluded and warned, each with list, row and reason.',
  })
  report!: object;
  @ApiProperty({
    type: 'array',
    description: 'Names that nobody has matched to a person.',
    items: {
      type: 'object',
      properties: { name: { type: 'string' }, children: { type: 'integer' } },
    },
  })
  unmatchedWorkers!: readonly object[];
}
