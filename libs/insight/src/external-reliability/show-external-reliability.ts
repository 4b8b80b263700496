import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { externalReliability, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof externalReliability>[1];
type Found = Awaited<ReturnType<typeof externalReliability>>;

/** The figures of a review round; null where there is none. */
export class ShowExternalReliability extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ShowExternalReliability)
export class ShowExternalReliabilityHandler implements IQueryHandler<ShowExternalReliability> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowExternalReliability): Promise<Found> {
    return externalReliability(this.reader, asked);
  }
}
