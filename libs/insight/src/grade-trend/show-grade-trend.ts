import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  trendOfGrades,
  type FigureAnswer,
  type GradeTrend,
  type GradeTrendQuery,
  type ViewReader,
} from '#views';
import { sha256Hex } from '../reading/sha256-hex.js';
import { VIEW_READER } from '../reading/sources.js';

export class ShowGradeTrend extends Query<FigureAnswer<GradeTrend>> {
  constructor(readonly asked: GradeTrendQuery) {
    super();
  }
}

@QueryHandler(ShowGradeTrend)
export class ShowGradeTrendHandler implements IQueryHandler<ShowGradeTrend> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowGradeTrend): Promise<FigureAnswer<GradeTrend>> {
    return trendOfGrades(this.reader, asked, sha256Hex);
  }
}
