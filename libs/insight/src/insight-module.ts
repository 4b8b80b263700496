import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { ViewReader } from '#views';
import { ActionsController } from './actions/actions.controller.js';
import { FindActionHandler } from './actions/find-action.js';
import { ListActionsHandler } from './actions/list-actions.js';
import { AuditsController } from './audits/audits.controller.js';
import { FindAuditHandler } from './audits/find-audit.js';
import { ListAuditsHandler } from './audits/list-audits.js';
import { ShowCaseRecordHandler } from './case-record/show-case-record.js';
import { ChildrenController } from './children/children.controller.js';
import { CycleFiguresController } from './cycles/cycle-figures.controller.js';
import { CyclesController } from './cycles/cycles.controller.js';
import { FindCycleHandler } from './cycles/find-cycle.js';
import { ListCyclesHandler } from './cycles/list-cycles.js';
import { ShowActionCompletionHandler } from './cycles/show-action-completion.js';
import { ShowGradingDistributionHandler } from './cycles/show-grading-distribution.js';
import { ShowProgressHandler } from './cycles/show-progress.js';
import { FindReAuditHandler } from './re-audits/find-re-audit.js';
import { ReAuditsController } from './re-audits/re-audits.controller.js';
import {
  CLOCK,
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
  readonly clock: () => Date;
}

const HANDLERS = [
  ListCyclesHandler,
  FindCycleHandler,
  ShowGradingDistributionHandler,
  ShowActionCompletionHandler,
  ShowProgressHandler,
  ListAuditsHandler,
  FindAuditHandler,
  ShowCaseRecordHandler,
  ListActionsHandler,
  FindActionHandler,
  FindReAuditHandler,
];

@Module({})
class InsightModule {}

/** The query API. Whoever puts it into an application brings identity's guard as well. */
export const insightModule = ({ reader, levels, revisions, clock }: InsightParts): DynamicModule => ({
  module: InsightModule,
  imports: [CqrsModule],
  controllers: [
    CyclesController,
    CycleFiguresController,
    AuditsController,
    ActionsController,
    ChildrenController,
    ReAuditsController,
  ],
  providers: [
    ...HANDLERS,
    { provide: VIEW_READER, useValue: reader },
    { provide: VIEW_LEVELS, useValue: levels },
    { provide: STREAM_REVISIONS, useValue: revisions },
    { provide: CLOCK, useValue: clock },
  ],
});
