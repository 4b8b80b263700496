import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { clocksOfCycles, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof clocksOfCycles>[1];
type Found = Awaited<ReturnType<typeof clocksOfCycles>>;

/** How long steps take, and how many are late. */
export class ShowClocks extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ShowClocks)
export class ShowClocksHandler implements IQueryHandler<ShowClocks> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowClocks): Promise<Found> {
    return clocksOfCycles(this.reader, asked);
  }
}
