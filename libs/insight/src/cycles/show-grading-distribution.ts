import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  gradingDistribution,
  type GradingDistribution,
  type GradingDistributionQuery,
  type ViewReader,
} from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowGradingDistribution extends Query<GradingDistribution | null> {
  constructor(readonly asked: GradingDistributionQuery) {
    super();
  }
}

@QueryHandler(ShowGradingDistribution)
export class ShowGradingDistributionHandler implements IQueryHandler<ShowGradingDistribution> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowGradingDistribution): Promise<GradingDistribution | null> {
    return gradingDistribution(this.reader, asked);
  }
}
