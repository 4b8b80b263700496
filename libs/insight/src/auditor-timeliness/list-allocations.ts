import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listAllocations, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof listAllocations>[1];
type Found = Awaited<ReturnType<typeof listAllocations>>;

/** A page of the allocations behind the figures. */
export class ListAllocations extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListAllocations)
export class ListAllocationsHandler implements IQueryHandler<ListAllocations> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListAllocations): Promise<Found> {
    return listAllocations(this.reader, asked);
  }
}
