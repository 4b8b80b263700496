import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { scorecardView, type MeasureListed, type MeasureShown, type ToldEvent } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersOneThing, AnswersWholeList } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_PUBLISHED } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { FindMeasure } from './find-measure.js';
import { ListMeasures } from './list-measures.js';
import { ShowMeasureHistory } from './show-measure-history.js';

class MeasuresAskedFor {
  @AsOf() asOf?: string;
}

/** What the authority measures, and everything that was reported of each measure. */
@ApiTags('measures')
@Policy({ roles: READS_PUBLISHED })
@Controller('v1/measures')
export class ReadMeasuresController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'The measures by their newest definitions, without figures' })
  @AnswersWholeList('All of them, in the order in which they were defined')
  @ReadsView(scorecardView)
  @Get()
  async list(
    @Acting() { authority }: ActingPerson,
    @Query() { asOf }: MeasuresAskedFor,
  ): Promise<Answer<{ readonly items: readonly MeasureListed[] }>> {
    const asked = { authority, asOf: this.moment(asOf) };
    const { items, position } = await this.queries.execute(new ListMeasures(asked));
    return { body: { items }, position };
  }

  @ApiOperation({ summary: 'A measure: its definitions, targets and lines of figures' })
  @AnswersOneThing('The measure')
  @ApiProblem(404, 'not-found')
  @ReadsView(scorecardView)
  @Get(':id')
  async one(@Acting() { authority }: ActingPerson, @Param() { id }: OneThing): Promise<Answer<MeasureShown>> {
    const found = await this.queries.execute(new FindMeasure({ authority, id }));
    const { thing, revision } = foundOr404(found, 'measure');
    return { body: thing, revision };
  }

  @ApiOperation({ summary: 'What happened with a measure, what was corrected since among it; no narrative' })
  @AnswersWholeList('All of its events, in the order of the log')
  @ApiProblem(404, 'not-found')
  @ReadsView(scorecardView)
  @Get(':id/history')
  async history(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: OneThing,
    @Query() { asOf }: MeasuresAskedFor,
  ): Promise<Answer<{ readonly items: readonly ToldEvent[] }>> {
    const asked = new ShowMeasureHistory({ authority, id, asOf: this.moment(asOf) });
    const { items, position } = foundOr404(await this.queries.execute(asked), 'measure');
    return { body: { items }, position };
  }

  private moment(asOf: string | undefined): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
