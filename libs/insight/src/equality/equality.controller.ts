import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CHARACTERISTICS, type Characteristic } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Code, field, Problem, rule, type Log } from '#platform';
import { actionCompletionView, gradingDistributionView, type EqualityAnswer } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf } from '../reading/answers.js';
import { notFound } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_PUBLISHED } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { LOG } from '../reading/sources.js';
import { Clearances } from './clearances.js';
import { ShowEquality } from './show-equality.js';

const WHOLE =
  'must not be given: figures by a characteristic are of the whole cycle as it stands; those of a part or of another moment could be taken from them, which would show single children';

/** Known by name, so that whoever gives one is told why there is none. */
const Never = (): PropertyDecorator =>
  field(
    { optional: true, about: 'Never accepted: there are only figures of the whole cycle as it stands.' },
    { type: 'string' },
    rule('wholeCycle', WHOLE, () => false),
  );

class EqualityAskedFor {
  @Code(CHARACTERISTICS, { about: 'By what the figures are divided.' }) characteristic!: Characteristic;
  @Never() asOf?: string;
  @Never() from?: string;
  @Never() to?: string;
  @Never() cohort?: string;
  @Never() team?: string;
  @Never() area?: string;
  @Never() section?: string;
  @Never() lineOfEnquiry?: string;
  @Never() stage?: string;
  @Never() by?: string;
}

/** Whether children are served alike. For people who are cleared for it, whatever their roles; each reading leaves a line. */
@ApiTags('figures')
@Controller('v1/cycles/:id')
export class EqualityController {
  constructor(
    private readonly queries: QueryBus,
    private readonly clearances: Clearances,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Policy({ roles: READS_PUBLISHED, relationship: 'cleared for equality figures' })
  @ApiOperation({
    summary:
      'Grades and actions of a closed cycle by ethnicity, age or disability, small counts withheld with what would give them away',
  })
  @AnswersFiguresOf(
    'Every group with its final grades and actions; `suppressed: true` in place of what is withheld',
  )
  @ApiProblem(403, 'not-permitted', 'clearance-needed')
  @ApiProblem(404, 'not-found', 'cycle-not-closed', 'characteristics-not-known')
  @ReadsView(gradingDistributionView, actionCompletionView)
  @Get('equality')
  async equality(
    @Acting() acting: ActingPerson,
    @Param() { id: cycle }: OneThing,
    @Query() { characteristic }: EqualityAskedFor,
  ): Promise<Answer<EqualityAnswer>> {
    const { authority, person } = acting;
    const today = await this.clearances.demand(acting, 'equality');
    this.log.info({ person, authority, cycle, characteristic }, 'equality figures read');
    const found = await this.queries.execute(new ShowEquality({ authority, cycle, characteristic, today }));
    if (typeof found !== 'string') return { body: found, position: found.position };
    throw whyNot(found);
  }
}

const whyNot = (found: 'no-such-cycle' | 'cycle-not-closed' | 'nothing-known'): Problem => {
  switch (found) {
    case 'no-such-cycle':
      return notFound('cycle');
    case 'cycle-not-closed':
      return new Problem(
        404,
        'cycle-not-closed',
        'A cycle that is not closed has no figures by a characteristic: while they move, one case could be told from the next. Close it first.',
      );
    case 'nothing-known':
      return new Problem(
        404,
        'characteristics-not-known',
        'The lists of this cycle say nothing of ethnicity, age or disability. Import lists with these columns into the next one.',
      );
  }
};
