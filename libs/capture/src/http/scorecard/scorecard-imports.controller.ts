import { Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { KEEPS_MEASURES } from '#audit-cycle';
import { Policy } from '#identity';
import { ApiProblem, invalidInput, readUpload, TakesFiles, validated } from '#platform';
import { ScorecardImport } from '../../scorecard/scorecard-import.js';
import { textMap } from '../cycles/text-map.js';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { RecordsEach } from '../deciding/each-decided.js';
import { refused } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { ScorecardImportBody, ScorecardImportFields } from './scorecard-import-body.js';

@ApiTags('measures')
@Controller('v1/scorecard')
export class ScorecardImportsController {
  private readonly scorecard: ScorecardImport;

  constructor(
    private readonly desk: CommandDesk,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {
    const { streams } = parts.gateway.lookups;
    this.scorecard = new ScorecardImport(
      desk,
      parts.blobs,
      async (authority, id) => (await streams.load(authority, 'measure', id)).state,
    );
  }

  @Policy({ roles: KEEPS_MEASURES })
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'on'],
      properties: {
        file: {
          type: 'string',
          format: 'binary',
          description: 'Workbook, or values between commas or tabs.',
        },
        on: { type: 'string', format: 'date' },
        dryRun: { type: 'string', enum: ['true', 'false'] },
        headings: { type: 'string' },
        reasonCode: { type: 'string' },
        reason: { type: 'string' },
      },
    },
  })
  @RecordsEach('Import a table of measures, with their targets and figures', ScorecardImportBody)
  @ApiProblem(
    422,
    'headings-not-found',
    'heading-twice',
    'table-after-day',
    'day-not-in-table',
    'not-a-workbook',
  )
  @Post('imports')
  async import(@Sends() sending: Sending, @Req() request: FastifyRequest): Promise<ScorecardImportBody> {
    const { bytes, fileName, fields } = await readUpload(request);
    const { on, dryRun = false, headings, reasonCode, reason } = validated(ScorecardImportFields, fields);
    if (reason !== undefined && reasonCode === undefined) {
      throw invalidInput([{ path: 'reasonCode', message: 'is needed beside a reason' }]);
    }
    const correction =
      reasonCode === undefined ? null : { reasonCode, ...(reason === undefined ? {} : { reason }) };
    const { seenRevision: _, ...sender } = sending.envelope;
    const now = sender.at ?? this.parts.gateway.lookups.clock().toISOString();
    const named = Object.fromEntries(textMap('headings', headings));
    const answer = await this.scorecard.import(
      { bytes, fileName, on, headings: named, correction, dryRun },
      sender,
      now,
    );
    if (!answer.ok) throw refused(answer.refusal);
    const { file, report, rows, last } = answer;
    const position = last === null ? null : String((await this.desk.recorded(sending, last)).position);
    return {
      recorded: last !== null,
      file,
      report,
      position,
      rows: rows.map((row) => ({ ...row, refusals: [...row.refusals] })),
    };
  }
}
