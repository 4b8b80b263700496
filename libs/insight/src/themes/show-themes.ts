import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { themesOfCycles, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

type Asked = Parameters<typeof themesOfCycles>[1];
type Found = Awaited<ReturnType<typeof themesOfCycles>>;

/** In which themes work is strong and in which it has to develop. */
export class ShowThemes extends Query<Found> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(ShowThemes)
export class ShowThemesHandler implements IQueryHandler<ShowThemes> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowThemes): Promise<Found> {
    return themesOfCycles(this.reader, asked);
  }
}
