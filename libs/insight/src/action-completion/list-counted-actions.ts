import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listCountedActions, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof listCountedActions>[1];
type Found = Awaited<ReturnType<typeof listCountedActions>>;

/** A page of the actions behind the figures. */
export class ListCountedActions extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListCountedActions)
export class ListCountedActionsHandler implements IQueryHandler<ListCountedActions> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListCountedActions): Promise<Found> {
    return listCountedActions(this.reader, asked);
  }
}
