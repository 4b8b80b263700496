import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { EventLog } from '#event-log';
import type { Log } from '#platform';
import type { SealedCharacteristics } from '#population';
import type { ViewReader } from '#views';
import { ActionCompletionController } from './action-completion/action-completion.controller.js';
import { CompletionOfSurgeriesController } from './action-completion/completion-of-surgeries.controller.js';
import { ListActionsOfSurgeriesHandler } from './action-completion/list-actions-of-surgeries.js';
import { ListCountedActionsHandler } from './action-completion/list-counted-actions.js';
import { ShowCompletionOfSurgeriesHandler } from './action-completion/show-completion-of-surgeries.js';
import { ShowCompletionHandler } from './action-completion/show-completion.js';
import { ActionsController } from './actions/actions.controller.js';
import { FindActionHandler } from './actions/find-action.js';
import { ListActionsHandler } from './actions/list-actions.js';
import { ListOpenActionsHandler } from './actions/list-open-actions.js';
import { OpenActionsController } from './actions/open-actions.controller.js';
import { AgreementController } from './agreement/agreement.controller.js';
import { ListAgreementCasesHandler } from './agreement/list-agreement-cases.js';
import { ShowAgreementHandler } from './agreement/show-agreement.js';
import { AuditsController } from './audits/audits.controller.js';
import { FindAuditHandler } from './audits/find-audit.js';
import { ListAuditsHandler } from './audits/list-audits.js';
import { AuditorConsistencyController } from './auditor-consistency/auditor-consistency.controller.js';
import { ShowConsistencyHandler } from './auditor-consistency/show-consistency.js';
import { ShowOwnConsistencyHandler } from './auditor-consistency/show-own-consistency.js';
import { AuditorTimelinessController } from './auditor-timeliness/auditor-timeliness.controller.js';
import { ListAllocationsHandler } from './auditor-timeliness/list-allocations.js';
import { ShowAuditorTimelinessHandler } from './auditor-timeliness/show-auditor-timeliness.js';
import { GradesOfCaseHandler } from './case-record/grades-of-case.js';
import { ShowCaseRecordHandler } from './case-record/show-case-record.js';
import { ReadSessionsController } from './calibration-sessions/read-sessions.controller.js';
import { ChildrenController } from './children/children.controller.js';
import { ClocksController } from './clocks/clocks.controller.js';
import { ListClockedCasesHandler } from './clocks/list-clocked-cases.js';
import { ShowClocksHandler } from './clocks/show-clocks.js';
import { CycleFiguresController } from './cycles/cycle-figures.controller.js';
import { CyclesController } from './cycles/cycles.controller.js';
import { FindCycleHandler } from './cycles/find-cycle.js';
import { ListCyclesHandler } from './cycles/list-cycles.js';
import { ShowActionCompletionHandler } from './cycles/show-action-completion.js';
import { ShowGradingDistributionHandler } from './cycles/show-grading-distribution.js';
import { ShowProgressHandler } from './cycles/show-progress.js';
import { ChildRecordTextController } from './narrative/child-record-text.controller.js';
import { EscalationNarrativeController } from './narrative/escalation-narrative.controller.js';
import { Clearances } from './equality/clearances.js';
import { EqualityController } from './equality/equality.controller.js';
import { ShowEqualityHandler } from './equality/show-equality.js';
import { ReadEscalationsController } from './escalations/read-escalations.controller.js';
import { FindEscalationHandler } from './escalations/find-escalation.js';
import { ListEscalationsHandler } from './escalations/list-escalations.js';
import { ShowEscalationHistoryHandler } from './escalations/show-escalation-history.js';
import { NarratedStreams } from './narrative/narrated-streams.js';
import { NarrativeController } from './narrative/narrative.controller.js';
import { ReviewNarrativeController } from './narrative/review-narrative.controller.js';
import { MeasureNarrativeController } from './narrative/measure-narrative.controller.js';
import { SessionNarrativeController } from './narrative/session-narrative.controller.js';
import { PublishedController } from './published/published.controller.js';
import { ShowPublishedFiguresHandler } from './published/show-published-figures.js';
import { RecordedStreams } from './reading/recorded-streams.js';
import { MyReviewsController } from './review-rounds/my-reviews.controller.js';
import { ReadRoundsController } from './review-rounds/read-rounds.controller.js';
import { Rounds } from './review-rounds/rounds.js';
import { Voices } from './review-rounds/voices.js';
import { GradeTrendController } from './grade-trend/grade-trend.controller.js';
import { ShowGradeTrendHandler } from './grade-trend/show-grade-trend.js';
import { GradesController } from './grades/grades.controller.js';
import { ListCasesElsewhereHandler } from './grades/list-cases-elsewhere.js';
import { ListGradedCasesHandler } from './grades/list-graded-cases.js';
import { ShowGradesElsewhereHandler } from './grades/show-grades-elsewhere.js';
import { ShowGradesHandler } from './grades/show-grades.js';
import { ExternalReliabilityController } from './external-reliability/external-reliability.controller.js';
import { ListExternalCasesHandler } from './external-reliability/list-external-cases.js';
import { ListExternalReliabilityHandler } from './external-reliability/list-external-reliability.js';
import { ShowExternalReliabilityHandler } from './external-reliability/show-external-reliability.js';
import { ListReAuditOutcomesHandler } from './re-audit-outcomes/list-re-audit-outcomes.js';
import { ReAuditOutcomesController } from './re-audit-outcomes/re-audit-outcomes.controller.js';
import { ShowReAuditOutcomesHandler } from './re-audit-outcomes/show-re-audit-outcomes.js';
import { FindMeasureHandler } from './scorecard/find-measure.js';
import { ListMeasuresHandler } from './scorecard/list-measures.js';
import { ReadMeasuresController } from './scorecard/read-measures.controller.js';
import { ScorecardController } from './scorecard/scorecard.controller.js';
import { ShowMeasureHistoryHandler } from './scorecard/show-measure-history.js';
import { ShowScorecardHandler } from './scorecard/show-scorecard.js';
import { FindReAuditHandler } from './re-audits/find-re-audit.js';
import { ReAuditsController } from './re-audits/re-audits.controller.js';
import { ListSurgeriesHandler } from './surgeries/list-surgeries.js';
import { SurgeriesController } from './surgeries/surgeries.controller.js';
import { ListThemedCasesHandler } from './themes/list-themed-cases.js';
import { ShowThemesHandler } from './themes/show-themes.js';
import { ThemesController } from './themes/themes.controller.js';
import { ListOverdueWorkHandler } from './work-list/list-overdue-work.js';
import { ListWorkExceptionsHandler } from './work-list/list-work-exceptions.js';
import { MyWaitingReviewsController } from './work-list/my-waiting-reviews.controller.js';
import { ShowModerationQueueHandler } from './work-list/show-moderation-queue.js';
import { ShowMyWorkHandler } from './work-list/show-my-work.js';
import { WorkListController } from './work-list/work-list.controller.js';
import {
  CHARACTERISTICS_KEPT,
  CLOCK,
  LOG,
  RECORD,
  STREAM_REVISIONS,
  VIEW_LEVELS,
  VIEW_READER,
  type StreamRevisions,
  type ViewLevels,
} from './reading/sources.js';

export interface InsightParts {
  readonly reader: ViewReader;
  /** Lets requests wait for their own writes: `Projections`. */
  readonly levels: ViewLevels;
  /** For ETags: any `ViewStore`. */
  readonly revisions: StreamRevisions;
  /** Narrative is read from it alone. */
  readonly record: EventLog;
  /** Opened for figures alone, by people who are cleared for it. */
  readonly characteristics: SealedCharacteristics;
  /** Takes a line whenever somebody reads narrative, or figures that a clearance opens. */
  readonly log: Log;
  readonly clock: () => Date;
}

const HANDLERS = [
  ListCyclesHandler,
  FindCycleHandler,
  ShowGradingDistributionHandler,
  ShowEqualityHandler,
  ShowGradesHandler,
  ListGradedCasesHandler,
  ShowGradesElsewhereHandler,
  ListCasesElsewhereHandler,
  ShowGradeTrendHandler,
  ShowAgreementHandler,
  ListAgreementCasesHandler,
  ShowConsistencyHandler,
  ShowOwnConsistencyHandler,
  ShowActionCompletionHandler,
  ShowPublishedFiguresHandler,
  ShowProgressHandler,
  ListAuditsHandler,
  FindAuditHandler,
  ShowCaseRecordHandler,
  ListActionsHandler,
  FindActionHandler,
  ListOpenActionsHandler,
  ListSurgeriesHandler,
  FindReAuditHandler,
  ListEscalationsHandler,
  FindEscalationHandler,
  ShowEscalationHistoryHandler,
  ShowMyWorkHandler,
  ListOverdueWorkHandler,
  ListWorkExceptionsHandler,
  ShowModerationQueueHandler,
  GradesOfCaseHandler,
  ShowReAuditOutcomesHandler,
  ListReAuditOutcomesHandler,
  ShowCompletionHandler,
  ShowCompletionOfSurgeriesHandler,
  ListCountedActionsHandler,
  ListActionsOfSurgeriesHandler,
  ShowClocksHandler,
  ListClockedCasesHandler,
  ShowThemesHandler,
  ListThemedCasesHandler,
  ShowExternalReliabilityHandler,
  ListExternalReliabilityHandler,
  ListExternalCasesHandler,
  ShowAuditorTimelinessHandler,
  ListAllocationsHandler,
  ShowScorecardHandler,
  ListMeasuresHandler,
  FindMeasureHandler,
  ShowMeasureHistoryHandler,
];

@Module({})
class InsightModule {}

/** The query API. Whoever puts it into an application brings identity's guard as well. */
export const insightModule = ({
  reader,
  levels,
  revisions,
  record,
  characteristics,
  log,
  clock,
}: InsightParts): DynamicModule => ({
  module: InsightModule,
  imports: [CqrsModule],
  controllers: [
    CyclesController,
    CycleFiguresController,
    PublishedController,
    EqualityController,
    GradesController,
    GradeTrendController,
    AgreementController,
    AuditorConsistencyController,
    AuditsController,
    ActionsController,
    ChildrenController,
    ReAuditsController,
    OpenActionsController,
    NarrativeController,
    ChildRecordTextController,
    EscalationNarrativeController,
    ReviewNarrativeController,
    SessionNarrativeController,
    MeasureNarrativeController,
    SurgeriesController,
    ReadSessionsController,
    ReadRoundsController,
    MyReviewsController,
    ReadEscalationsController,
    WorkListController,
    MyWaitingReviewsController,
    ReAuditOutcomesController,
    ActionCompletionController,
    CompletionOfSurgeriesController,
    ClocksController,
    ThemesController,
    ExternalReliabilityController,
    AuditorTimelinessController,
    ScorecardController,
    ReadMeasuresController,
  ],
  providers: [
    ...HANDLERS,
    RecordedStreams,
    Clearances,
    NarratedStreams,
    Rounds,
    Voices,
    { provide: VIEW_READER, useValue: reader },
    { provide: VIEW_LEVELS, useValue: levels },
    { provide: STREAM_REVISIONS, useValue: revisions },
    { provide: RECORD, useValue: record },
    { provide: CHARACTERISTICS_KEPT, useValue: characteristics },
    { provide: LOG, useValue: log },
    { provide: CLOCK, useValue: clock },
  ],
});
