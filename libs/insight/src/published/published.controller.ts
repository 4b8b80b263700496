import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, field, Problem, rule } from '#platform';
import {
  actionCompletionView,
  gradingDistributionView,
  type PublishedAnswer,
  type PublishedFigures,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersCsv } from '../reading/answers.js';
import { notFound } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_PUBLISHED } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { publishedCsv } from './published-csv.js';
import { ShowPublishedFigures } from './show-published-figures.js';

const ONE_MOMENT =
  'must not be given: what is published is one set, as known when the findings were published; the same figures of another moment could be taken from them, which would show single cases';

/** There are no filters and there is no other moment, as each would make figures to take from these. */
class NothingElse {
  @field(
    { optional: true, about: 'Never accepted: another moment would make figures to take from these.' },
    { type: 'string' },
    rule('oneMoment', ONE_MOMENT, () => false),
  )
  asOf?: string;
}

const POSITION = {
  Position: {
    description: 'How much of the log the answer tells of.',
    schema: { type: 'string' as const, example: '1204' },
  },
};

/** What may be shown outside: figures in which nobody can find out a small count. */
@ApiTags('cycles')
@Policy({ roles: READS_PUBLISHED })
@ApiProblem(404, 'not-found', 'cycle-not-closed', 'findings-not-published')
@Controller('v1/cycles/:id')
export class PublishedController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({
    summary:
      'The published figures of a closed cycle: one set that never changes, small counts withheld with what would give them away',
  })
  @ApiOkResponse({
    description: 'Tables of grades, withdrawals and actions; `suppressed: true` in place of what is withheld',
    headers: POSITION,
    schema: {
      type: 'object',
      required: [
        ...['cycle', 'edition', 'publishedOn', 'asKnownAt', 'method', 'fewestPublished', 'tables'],
        'estimates',
      ],
      properties: {
        cycle: { type: 'object', required: ['id', 'title'] },
        edition: { type: 'integer' },
        publishedOn: { type: 'string', format: 'date' },
        asKnownAt: { type: 'string', format: 'date-time' },
        method: { type: 'string' },
        fewestPublished: { type: 'integer' },
        totalsPublished: { type: 'boolean' },
        tables: { type: 'array', items: { type: 'object', required: ['table'] } },
        estimates: { type: 'object', required: ['basis', 'covers', 'weighted', 'moderationAdjusted'] },
      },
    },
  })
  @ReadsView(gradingDistributionView, actionCompletionView)
  @Get('published')
  async published(
    @Acting() { authority }: ActingPerson,
    @Param() { id: cycle }: OneThing,
    @Query() _asked: NothingElse,
  ): Promise<Answer<PublishedFigures>> {
    const { figures, position } = await this.figures(authority, cycle);
    return { body: figures, position };
  }

  @ApiOperation({ summary: 'The same figures as CSV, a line for each' })
  @AnswersCsv('UTF-8, one line of heads; `withheld` in place of what is withheld')
  @Header('content-type', 'text/csv; charset=utf-8')
  @ReadsView(gradingDistributionView, actionCompletionView)
  @Get('published.csv')
  async publishedAsCsv(
    @Acting() { authority }: ActingPerson,
    @Param() { id: cycle }: OneThing,
    @Query() _asked: NothingElse,
  ): Promise<Answer<string>> {
    const { figures, position } = await this.figures(authority, cycle);
    return { body: publishedCsv(figures), position };
  }

  private async figures(authority: string, cycle: string): Promise<PublishedAnswer> {
    const found = await this.queries.execute(new ShowPublishedFigures({ authority, cycle }));
    switch (found) {
      case 'no-such-cycle':
        throw notFound('cycle');
      case 'cycle-not-closed':
        throw new Problem(
          404,
          'cycle-not-closed',
          'Nothing is published of a cycle that is not closed, as its figures still move: close it and publish its findings.',
        );
      case 'findings-not-published':
        throw new Problem(
          404,
          'findings-not-published',
          'The figures of this cycle are published with its findings, and those are not published yet.',
        );
      default:
        return found;
    }
  }
}
