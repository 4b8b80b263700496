import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { escalationHistory, type EscalationHistory, type OneEscalationQuery, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowEscalationHistory extends Query<EscalationHistory | null> {
  constructor(readonly asked: OneEscalationQuery) {
    super();
  }
}

@QueryHandler(ShowEscalationHistory)
export class ShowEscalationHistoryHandler implements IQueryHandler<ShowEscalationHistory> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowEscalationHistory): Promise<EscalationHistory | null> {
    return escalationHistory(this.reader, asked);
  }
}
