import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { auditorTimeliness, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof auditorTimeliness>[1];
type Found = Awaited<ReturnType<typeof auditorTimeliness>>;

/** Whether audits are graded by the day they are due, in figures. */
export class ShowAuditorTimeliness extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ShowAuditorTimeliness)
export class ShowAuditorTimelinessHandler implements IQueryHandler<ShowAuditorTimeliness> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowAuditorTimeliness): Promise<Found> {
    return auditorTimeliness(this.reader, asked);
  }
}
