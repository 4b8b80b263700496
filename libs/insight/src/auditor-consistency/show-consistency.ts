import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  consistencyOfAuditors,
  type AuditorConsistency,
  type FigureAnswer,
  type GradesQuery,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowConsistency extends Query<FigureAnswer<AuditorConsistency>> {
  constructor(readonly asked: GradesQuery) {
    super();
  }
}

@QueryHandler(ShowConsistency)
export class ShowConsistencyHandler implements IQueryHandler<ShowConsistency> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowConsistency): Promise<FigureAnswer<AuditorConsistency>> {
    return consistencyOfAuditors(this.reader, asked);
  }
}
