import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  gradesElsewhere,
  type ElsewhereQuery,
  type GradesElsewhere,
  type UnknownFilter,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

type GradesFound = GradesElsewhere | { readonly unknown: UnknownFilter };

export class ShowGradesElsewhere extends Query<GradesFound> {
  constructor(readonly asked: ElsewhereQuery) {
    super();
  }
}

@QueryHandler(ShowGradesElsewhere)
export class ShowGradesElsewhereHandler implements IQueryHandler<ShowGradesElsewhere> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowGradesElsewhere): Promise<GradesFound> {
    return gradesElsewhere(this.reader, asked);
  }
}
