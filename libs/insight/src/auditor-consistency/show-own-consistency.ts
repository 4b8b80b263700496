import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PersonId } from '#audit-cycle';
import {
  consistencyOfAuditor,
  type FigureAnswer,
  type GradesQuery,
  type OwnConsistency,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowOwnConsistency extends Query<FigureAnswer<OwnConsistency>> {
  constructor(readonly asked: GradesQuery & { readonly auditor: PersonId }) {
    super();
  }
}

@QueryHandler(ShowOwnConsistency)
export class ShowOwnConsistencyHandler implements IQueryHandler<ShowOwnConsistency> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowOwnConsistency): Promise<FigureAnswer<OwnConsistency>> {
    return consistencyOfAuditor(this.reader, asked);
  }
}
