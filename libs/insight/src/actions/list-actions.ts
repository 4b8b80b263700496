import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listActions, type ActionListQuery, type TrackedAction, type Page, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ListActions extends Query<Page<TrackedAction>> {
  constructor(readonly asked: ActionListQuery) {
    super();
  }
}

@QueryHandler(ListActions)
export class ListActionsHandler implements IQueryHandler<ListActions> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListActions): Promise<Page<TrackedAction>> {
    return listActions(this.reader, asked);
  }
}
