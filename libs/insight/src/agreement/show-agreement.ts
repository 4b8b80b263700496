import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  agreementOfCycles,
  type AgreementQuery,
  type FigureAnswer,
  type ModerationAgreement,
  type ViewReader,
} from '#views';
import { sha256Hex } from '../reading/sha256-hex.js';
import { VIEW_READER } from '../reading/sources.js';

export class ShowAgreement extends Query<FigureAnswer<ModerationAgreement>> {
  constructor(readonly asked: AgreementQuery) {
    super();
  }
}

@QueryHandler(ShowAgreement)
export class ShowAgreementHandler implements IQueryHandler<ShowAgreement> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowAgreement): Promise<FigureAnswer<ModerationAgreement>> {
    return agreementOfCycles(this.reader, asked, sha256Hex);
  }
}
