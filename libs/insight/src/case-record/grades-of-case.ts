import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { gradesOfCase, type CaseGradesQuery, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export type CaseGradesAnswer = NonNullable<Awaited<ReturnType<typeof gradesOfCase>>>;

/** Every grade that a case was given; null when nothing is known of the audit. */
export class GradesOfCase extends Query<CaseGradesAnswer | null> {
  constructor(readonly asked: CaseGradesQuery) {
    super();
  }
}

@QueryHandler(GradesOfCase)
export class GradesOfCaseHandler implements IQueryHandler<GradesOfCase> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: GradesOfCase): Promise<CaseGradesAnswer | null> {
    return gradesOfCase(this.reader, asked);
  }
}
