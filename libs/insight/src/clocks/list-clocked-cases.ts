import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listClockedCases, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof listClockedCases>[1];
type Found = Awaited<ReturnType<typeof listClockedCases>>;

/** A page of what one clock counts for. */
export class ListClockedCases extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListClockedCases)
export class ListClockedCasesHandler implements IQueryHandler<ListClockedCases> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListClockedCases): Promise<Found> {
    return listClockedCases(this.reader, asked);
  }
}
