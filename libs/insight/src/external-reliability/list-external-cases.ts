import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listExternalCases, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof listExternalCases>[1];
type Found = Awaited<ReturnType<typeof listExternalCases>>;

/** A page of the cases of a review round; null where there is none. */
export class ListExternalCases extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListExternalCases)
export class ListExternalCasesHandler implements IQueryHandler<ListExternalCases> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListExternalCases): Promise<Found> {
    return listExternalCases(this.reader, asked);
  }
}
