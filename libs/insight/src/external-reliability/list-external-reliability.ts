import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { allExternalReliability, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof allExternalReliability>[1];
type Found = Awaited<ReturnType<typeof allExternalReliability>>;

/** The figures of every review round. */
export class ListExternalReliability extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListExternalReliability)
export class ListExternalReliabilityHandler implements IQueryHandler<ListExternalReliability> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListExternalReliability): Promise<Found> {
    return allExternalReliability(this.reader, asked);
  }
}
