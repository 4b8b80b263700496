import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  publishedFiguresOf,
  type PublishedAnswer,
  type PublishedFiguresQuery,
  type Unpublished,
  type ViewReader,
} from '#views';
import { sha256Hex } from '../reading/sha256-hex.js';
import { VIEW_READER } from '../reading/sources.js';

export class ShowPublishedFigures extends Query<PublishedAnswer | Unpublished> {
  constructor(readonly asked: PublishedFiguresQuery) {
    super();
  }
}

@QueryHandler(ShowPublishedFigures)
export class ShowPublishedFiguresHandler implements IQueryHandler<ShowPublishedFigures> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowPublishedFigures): Promise<PublishedAnswer | Unpublished> {
    return publishedFiguresOf(this.reader, asked, sha256Hex);
  }
}
