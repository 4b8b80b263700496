import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listThemedCases, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof listThemedCases>[1];
type Found = Awaited<ReturnType<typeof listThemedCases>>;

/** A page of the cases that name a theme. */
export class ListThemedCases extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListThemedCases)
export class ListThemedCasesHandler implements IQueryHandler<ListThemedCases> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListThemedCases): Promise<Found> {
    return listThemedCases(this.reader, asked);
  }
}
