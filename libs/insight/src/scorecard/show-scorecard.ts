import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { scorecard, type ScorecardFigures, type ScorecardQuery, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Found = ScorecardFigures | { readonly unknown: 'section' };

export class ShowScorecard extends Query<Found> {
  constructor(readonly asked: ScorecardQuery) {
    super();
  }
}

@QueryHandler(ShowScorecard)
export class ShowScorecardHandler implements IQueryHandler<ShowScorecard> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowScorecard): Promise<Found> {
    return scorecard(this.reader, asked);
  }
}
