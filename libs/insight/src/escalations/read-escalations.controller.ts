import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ESCALATION_REASONS,
  ESCALATION_STATUSES,
  type EscalationReason,
  type EscalationStatus,
} from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Code, Flag, Line, Uuid } from '#platform';
import {
  escalationsView,
  type EscalationFigure,
  type EscalationShown,
  type OneEscalationQuery,
  type ToldEvent,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguredPage, AnswersOneThing, AnswersWholeList } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { listPage, PageAskedFor, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { NOT_FROM_OUTSIDE } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { escalationViewer } from './escalation-viewer.js';
import { FindEscalation } from './find-escalation.js';
import { ListEscalations } from './list-escalations.js';
import { ShowEscalationHistory } from './show-escalation-history.js';

class EscalationsAskedFor extends PageAskedFor {
  @Uuid({ optional: true }) cycle?: string;
  @Uuid({ optional: true }) audit?: string;
  @Line({ optional: true, about: "The authority's own id of the child." }) child?: string;
  @Line({ optional: true, about: "The child's team." }) team?: string;
  @Code(ESCALATION_REASONS, { optional: true }) reason?: EscalationReason;
  @Code(ESCALATION_STATUSES, { optional: true }) status?: EscalationStatus;
  @Uuid({ optional: true, about: 'Who has to act.' }) namedPerson?: string;
  @Flag({
    optional: true,
    inAddress: true,
    about: 'Whether the moment by which it was due had passed, at the moment that is asked for.',
  })
  breached?: boolean;
  @AsOf() asOf?: string;
}

class OnceAskedFor {
  @AsOf() asOf?: string;
}

interface EscalationsAnswer extends ListPage<EscalationShown> {
  readonly figures: EscalationFigure;
  readonly asOf: string | null;
}

/**
 * What could not wait. Something about staff is in no list, no count and under no address for the child's team and its worker, and
 * for whoever does not answer for it.
 */
@ApiTags('escalations')
@Policy({
  roles: NOT_FROM_OUTSIDE,
  relationship:
    "those who read no cases see what is before them or was raised by them; what is about staff is kept from the child's team",
})
@Controller('v1/escalations')
export class ReadEscalationsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'Escalations, the earliest due first, and how many of them stand how' })
  @AnswersFiguredPage('A page of escalations, and the figures of all that fit')
  @ReadsView(escalationsView)
  @Get()
  async list(
    @Acting() acting: ActingPerson,
    @Query() { after, limit, asOf, ...filters }: EscalationsAskedFor,
  ): Promise<Answer<EscalationsAnswer>> {
    const when = this.when(acting, asOf);
    const paging = pagingOf({ after, limit }, 'text');
    const found = await this.queries.execute(new ListEscalations({ ...filters, ...when, ...paging }));
    const body = { ...listPage(found), figures: found.figures, asOf: when.asOf ?? null };
    return { body, position: found.position };
  }

  @ApiOperation({ summary: 'An escalation and how it stands' })
  @AnswersOneThing('The escalation')
  @ApiProblem(404, 'not-found')
  @ReadsView(escalationsView)
  @Get(':id')
  async one(@Acting() acting: ActingPerson, @Param() { id }: OneThing): Promise<Answer<EscalationShown>> {
    const found = await this.queries.execute(new FindEscalation({ ...this.when(acting, undefined), id }));
    const { thing, revision } = foundOr404(found, 'escalation');
    return { body: thing, revision };
  }

  @ApiOperation({ summary: 'What happened with an escalation; facts, and no narrative' })
  @AnswersWholeList('All of its events, in the order of the log')
  @ApiProblem(404, 'not-found')
  @ReadsView(escalationsView)
  @Get(':id/history')
  async history(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Query() { asOf }: OnceAskedFor,
  ): Promise<Answer<{ readonly items: readonly ToldEvent[] }>> {
    const asked = new ShowEscalationHistory({ ...this.when(acting, asOf), id });
    const { items, position } = foundOr404(await this.queries.execute(asked), 'escalation');
    return { body: { items }, position };
  }

  /** Who asks, and the moment by which breaches are judged: that which is asked for, or now. */
  private when(acting: ActingPerson, asked: string | undefined): Omit<OneEscalationQuery, 'id'> {
    const now = this.clock().toISOString();
    const asOf = momentAskedFor(asked, now);
    const at = asOf === undefined || asOf > now ? now : asOf;
    return { authority: acting.authority, viewer: escalationViewer(acting), at, asOf };
  }
}
