import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { IsoDay, Line } from '#platform';
import { scorecardView, type ScorecardFigures } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { knownOrProblem } from '../reading/filters-asked-for.js';
import { READS_PUBLISHED } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ShowScorecard } from './show-scorecard.js';

class ScorecardAskedFor {
  @IsoDay({ optional: true, about: 'Figures of this day and earlier; all unless given.' }) on?: string;
  @Line({ optional: true, about: 'Measures that stand under this heading.' }) section?: string;
  @AsOf() asOf?: string;
}

/** The performance measures of the authority and how their latest figures stand. */
@ApiTags('scorecard')
@Policy({ roles: READS_PUBLISHED })
@Controller('v1/scorecard')
export class ScorecardController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({
    summary:
      'Each measure with its latest figure, its colour and the numbers behind it, and how it has moved',
  })
  @AnswersFiguresOf(
    'Every measure is counted once: green, amber and red add up to `targeted`; those without targets have no colour',
  )
  @ReadsView(scorecardView)
  @Get()
  async show(
    @Acting() { authority }: ActingPerson,
    @Query() { asOf, ...asked }: ScorecardAskedFor,
  ): Promise<Answer<ScorecardFigures>> {
    const moment = momentAskedFor(asOf, this.clock().toISOString());
    const found = knownOrProblem(
      await this.queries.execute(new ShowScorecard({ ...asked, authority, asOf: moment })),
      'must be a heading that a measure stands under, as known at the moment that is asked for',
    );
    return { body: found, position: found.position };
  }
}
