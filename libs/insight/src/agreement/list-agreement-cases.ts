import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  listAgreementCases,
  type AgreementCase,
  type AgreementQuery,
  type Page,
  type Paging,
  type UnknownFilter,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

type CasesFound = Page<AgreementCase> | { readonly unknown: UnknownFilter };

export class ListAgreementCases extends Query<CasesFound> {
  constructor(readonly asked: AgreementQuery & Paging) {
    super();
  }
}

@QueryHandler(ListAgreementCases)
export class ListAgreementCasesHandler implements IQueryHandler<ListAgreementCases> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListAgreementCases): Promise<CasesFound> {
    return listAgreementCases(this.reader, asked);
  }
}
