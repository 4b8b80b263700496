import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FollowActionsController } from './http/actions/follow-actions.controller.js';
import { NoteActionsController } from './http/actions/note-actions.controller.js';
import { ReassignActionsController } from './http/actions/reassign-actions.controller.js';
import { SetActionsController } from './http/actions/set-actions.controller.js';
import { SetSurgeryActionsController } from './http/actions/set-surgery-actions.controller.js';
import { Allocating } from './http/allocation/allocating.js';
import { AllocationController } from './http/allocation/allocation.controller.js';
import { ReallocationController } from './http/allocation/reallocation.controller.js';
import { Suggesting } from './http/allocation/suggesting.js';
import { AuditingController } from './http/audits/auditing.controller.js';
import { ChangingHandsController } from './http/audits/changing-hands.controller.js';
import { DisputingController } from './http/audits/disputing.controller.js';
import { GridController } from './http/audits/grid.controller.js';
import { LeavingController } from './http/audits/leaving.controller.js';
import { ModeratingController } from './http/audits/moderating.controller.js';
import { TellingController } from './http/audits/telling.controller.js';
import { AddedChildrenController } from './http/cycles/added-children.controller.js';
import { PlanCyclesController } from './http/cycles/cycles.controller.js';
import { LearningController } from './http/cycles/learning.controller.js';
import { PopulationController } from './http/cycles/population.controller.js';
import { SampleController } from './http/cycles/sample.controller.js';
import { CalibrationSessionsController } from './http/calibration-sessions/calibration-sessions.controller.js';
import { CAPTURE_PARTS, type CaptureParts } from './http/deciding/capture-parts.js';
import { CommandDesk } from './http/deciding/command-desk.js';
import { DecideHandler } from './http/deciding/decide.js';
import { LookUp } from './http/deciding/look-up.js';
import { Escalations } from './http/escalations/escalations.js';
import { EscalationsController } from './http/escalations/escalations.controller.js';
import { MeasuresController } from './http/measures/measures.controller.js';
import { AvailabilityController } from './http/people/availability.controller.js';
import { ClearanceController } from './http/people/clearance.controller.js';
import { Joining } from './http/people/joining.js';
import { NamesController } from './http/people/names.controller.js';
import { PeopleController } from './http/people/people.controller.js';
import { ReAuditDrawsController } from './http/re-audits/re-audit-draws.controller.js';
import { ReAuditingController } from './http/re-audits/re-auditing.controller.js';
import { ReviewingController } from './http/review-rounds/reviewing.controller.js';
import { ReviewRoundsController } from './http/review-rounds/review-rounds.controller.js';
import { ScorecardImportsController } from './http/scorecard/scorecard-imports.controller.js';
import { AuditToolsController } from './http/set-up/audit-tools.controller.js';
import { PolicyController } from './http/set-up/policy.controller.js';
import { WorkingCalendarController } from './http/set-up/working-calendar.controller.js';

@Module({})
class CaptureModule {}

/** The command API. Whoever puts it into an application brings identity's guard as well. */
export const captureModule = (parts: CaptureParts): DynamicModule => ({
  module: CaptureModule,
  imports: [CqrsModule],
  controllers: [
    PlanCyclesController,
    PopulationController,
    AddedChildrenController,
    SampleController,
    LearningController,
    GridController,
    AuditingController,
    ModeratingController,
    ChangingHandsController,
    DisputingController,
    TellingController,
    LeavingController,
    SetActionsController,
    SetSurgeryActionsController,
    FollowActionsController,
    NoteActionsController,
    ReassignActionsController,
    EscalationsController,
    ReAuditingController,
    ReviewRoundsController,
    ReviewingController,
    CalibrationSessionsController,
    MeasuresController,
    ScorecardImportsController,
    ReAuditDrawsController,
    PeopleController,
    AvailabilityController,
    ClearanceController,
    AllocationController,
    ReallocationController,
    NamesController,
    PolicyController,
    WorkingCalendarController,
    AuditToolsController,
  ],
  providers: [
    CommandDesk,
    Allocating,
    Suggesting,
    DecideHandler,
    Escalations,
    Joining,
    LookUp,
    { provide: CAPTURE_PARTS, useValue: parts },
  ],
});
