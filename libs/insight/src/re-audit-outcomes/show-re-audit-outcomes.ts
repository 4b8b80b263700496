import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { reAuditOutcomes, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof reAuditOutcomes>[1];
type Found = Awaited<ReturnType<typeof reAuditOutcomes>>;

/** What re-audits found, in figures. */
export class ShowReAuditOutcomes extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ShowReAuditOutcomes)
export class ShowReAuditOutcomesHandler implements IQueryHandler<ShowReAuditOutcomes> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowReAuditOutcomes): Promise<Found> {
    return reAuditOutcomes(this.reader, asked);
  }
}
