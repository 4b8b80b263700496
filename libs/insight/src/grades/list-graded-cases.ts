import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  listGradedCases,
  type GradedCase,
  type GradedCasesQuery,
  type Page,
  type UnknownFilter,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

type CasesFound = Page<GradedCase> | { readonly unknown: UnknownFilter };

export class ListGradedCases extends Query<CasesFound> {
  constructor(readonly asked: GradedCasesQuery) {
    super();
  }
}

@QueryHandler(ListGradedCases)
export class ListGradedCasesHandler implements IQueryHandler<ListGradedCases> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListGradedCases): Promise<CasesFound> {
    return listGradedCases(this.reader, asked);
  }
}
