import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { moderationQueue, type ModerationQueue, type ViewReader, type WorkQuery } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowModerationQueue extends Query<ModerationQueue> {
  constructor(readonly asked: WorkQuery) {
    super();
  }
}

@QueryHandler(ShowModerationQueue)
export class ShowModerationQueueHandler implements IQueryHandler<ShowModerationQueue> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowModerationQueue): Promise<ModerationQueue> {
    return moderationQueue(this.reader, asked);
  }
}
