import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  listEscalations,
  type EscalationList,
  type EscalationQuery,
  type Paging,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ListEscalations extends Query<EscalationList> {
  constructor(readonly asked: EscalationQuery & Paging) {
    super();
  }
}

@QueryHandler(ListEscalations)
export class ListEscalationsHandler implements IQueryHandler<ListEscalations> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListEscalations): Promise<EscalationList> {
    return listEscalations(this.reader, asked);
  }
}
