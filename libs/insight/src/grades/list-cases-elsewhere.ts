import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  listCasesElsewhere,
  type CaseElsewhere,
  type ElsewhereQuery,
  type OutcomeAskedFor,
  type Page,
  type Paging,
  type UnknownFilter,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

type CasesFound = Page<CaseElsewhere> | { readonly unknown: UnknownFilter };

export class ListCasesElsewhere extends Query<CasesFound> {
  constructor(readonly asked: ElsewhereQuery & OutcomeAskedFor & Paging) {
    super();
  }
}

@QueryHandler(ListCasesElsewhere)
export class ListCasesElsewhereHandler implements IQueryHandler<ListCasesElsewhere> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListCasesElsewhere): Promise<CasesFound> {
    return listCasesElsewhere(this.reader, asked);
  }
}
