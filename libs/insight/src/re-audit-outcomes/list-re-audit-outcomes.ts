import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listReAuditOutcomes, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof listReAuditOutcomes>[1];
type Found = Awaited<ReturnType<typeof listReAuditOutcomes>>;

/** A page of the re-audits behind the figures. */
export class ListReAuditOutcomes extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ListReAuditOutcomes)
export class ListReAuditOutcomesHandler implements IQueryHandler<ListReAuditOutcomes> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListReAuditOutcomes): Promise<Found> {
    return listReAuditOutcomes(this.reader, asked);
  }
}
