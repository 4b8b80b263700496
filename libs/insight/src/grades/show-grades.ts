import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  gradesOfCycles,
  type FigureAnswer,
  type GradesOfCycles,
  type GradesOfCyclesQuery,
  type ViewReader,
} from '#views';
import { sha256Hex } from '../reading/sha256-hex.js';
import { VIEW_READER } from '../reading/sources.js';

export class ShowGrades extends Query<FigureAnswer<GradesOfCycles>> {
  constructor(readonly asked: GradesOfCyclesQuery) {
    super();
  }
}

@QueryHandler(ShowGrades)
export class ShowGradesHandler implements IQueryHandler<ShowGrades> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ShowGrades): Promise<FigureAnswer<GradesOfCycles>> {
    return gradesOfCycles(this.reader, asked, sha256Hex);
  }
}
