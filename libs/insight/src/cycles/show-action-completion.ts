import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { actionCompletion, type ActionCompletion, type ActionCompletionQuery, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ShowActionCompletion extends Query<ActionCompletion | null> {
  constructor(readonly asked: ActionCompletionQuery) {
    super();
  }
}

@QueryHandler(ShowActionCompletion)
export class ShowActionCompletionHandler implements IQueryHandler<ShowActionCompletion> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowActionCompletion): Promise<ActionCompletion | null> {
    return actionCompletion(this.reader, asked);
  }
}
