import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { POPULATIONS, type PersonId } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, isUuid, Problem, readUpload, TakesFiles, validated } from '#platform';
import { PopulationImport } from '#population';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { notFound, refused } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { PopulationAnswer, PopulationFields } from './population-body.js';
import { textMap } from './text-map.js';

@ApiTags('cycles')
@Controller('v1/cycles/:id')
export class PopulationController {
  private readonly population: PopulationImport;

  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {
    this.population = new PopulationImport(desk, parts.blobs, parts.characteristics);
  }

  @Policy({ roles: ['qa-lead'] })
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'asAt'],
      properties: {
        file: {
          type: 'string',
          format: 'binary',
          description: 'Workbook, zip with a csv per list, or merged csv.',
        },
        asAt: { type: 'string', format: 'date' },
        of: { type: 'string', enum: [...POPULATIONS] },
        headings: { type: 'string' },
        workers: { type: 'string' },
      },
    },
  })
  @Records({ summary: 'Import the lists that the sample will be drawn from', answers: PopulationAnswer })
  @Post('population')
  async import(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Req() request: FastifyRequest,
  ): Promise<Recorded> {
    const { authority } = sending.envelope;
    const { state: cycle } = await this.lookUp.one(authority, 'cycle', id, 'cycle');
    if (cycle.status === 'not-planned') throw notFound('cycle');
    const { bytes, fileName, fields } = await readUpload(request);
    const { asAt, of = 'open-cases', headings, workers } = validated(PopulationFields, fields);
    const answer = await this.population.import(
      id,
      {
        ...{ bytes, fileName, asAt, of, since: cycle.reviewed.from },
        headings: Object.fromEntries(textMap('headings', headings)),
        workers: await this.workers(authority, textMap('workers', workers)),
      },
      sending.envelope,
    );
    if (!answer.ok) throw refused(answer.refusal);
    const { frame, report, unmatchedWorkers } = answer;
    const recorded = await this.desk.recorded(sending, answer.answer);
    return { ...recorded, extra: { frame, report, unmatchedWorkers } };
  }

  @Policy({ roles: ['qa-lead', 'inspector'] })
  @ApiOperation({ summary: 'The frozen frame, byte for byte as it was hashed' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  @ApiProblem(404, 'not-found')
  @Get('frame')
  async frame(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { frame, bytes } = await this.lookUp.shown(reply, authority, async () => {
      const { state: cycle, revision } = await this.lookUp.one(authority, 'cycle', id, 'cycle');
      if (cycle.status === 'not-planned' || cycle.population === null) throw notFound('frame');
      const { frame } = cycle.population;
      const bytes = await this.parts.blobs.get(authority, frame);
      if (bytes === null)
        throw new Error(`The frame ${frame} is not in the blob store; restore it from a backup`);
      return { answer: { frame, bytes }, revision };
    });
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('repr-digest', `sha-256=:${Buffer.from(frame, 'hex').toString('base64')}:`)
      .send(Buffer.from(bytes));
  }

  /** The names that people have in this authority, and before them the matches that somebody has just made. */
  private async workers(
    authority: string,
    matched: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, PersonId>> {
    const people = await this.parts.gateway.lookups.standing.states(authority, 'person');
    const unknown = [...matched.values()].filter((person) => !isUuid(person) || !people.has(person));
    if (unknown.length > 0) {
      throw new Problem(
        422,
        'unknown-worker',
        'A worker is matched to somebody who is not in the people directory. Let them join first.',
        { members: { details: { people: [...new Set(unknown)].slice(0, 20).filter(isUuid) } } },
      );
    }
    return new Map([...(await this.parts.names.caseSystemNames(authority)), ...matched]);
  }
}
