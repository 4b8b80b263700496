import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listActionsOfSurgeries, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof listActionsOfSurgeries>[1];
type Found = Awaited<ReturnType<typeof listActionsOfSurgeries>>;

/** A page of the actions behind the figures of surgeries. */
export class ListActionsOfSurgeries extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListActionsOfSurgeries)
export class ListActionsOfSurgeriesHandler implements IQueryHandler<ListActionsOfSurgeries> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListActionsOfSurgeries): Promise<Found> {
    return listActionsOfSurgeries(this.reader, asked);
  }
}
