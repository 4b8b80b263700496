import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CharacteristicsList } from '#audit-cycle';
import type { SealedCharacteristics } from '#population';
import { equalityOf, type EqualityQuery, type ViewReader } from '#views';
import { RecordedStreams } from '../reading/recorded-streams.js';
import { CHARACTERISTICS_KEPT, VIEW_READER } from '../reading/sources.js';

export class ShowEquality extends Query<Awaited<ReturnType<typeof equalityOf>>> {
  constructor(readonly asked: EqualityQuery) {
    super();
  }
}

/** Opens the sealed list for this one answer and drops it. */
@QueryHandler(ShowEquality)
export class ShowEqualityHandler implements IQueryHandler<ShowEquality> {
  constructor(
    @Inject(VIEW_READER) private readonly reader: ViewReader,
    @Inject(CHARACTERISTICS_KEPT) private readonly kept: SealedCharacteristics,
    private readonly streams: RecordedStreams,
  ) {}

  execute({ asked }: ShowEquality): ReturnType<typeof equalityOf> {
    return equalityOf(this.reader, asked, () => this.list(asked));
  }

  private async list({ authority, cycle: id }: EqualityQuery): Promise<CharacteristicsList | null> {
    const cycle = await this.streams.one(authority, 'cycle', id);
    if (cycle === null || cycle.state.status === 'not-planned') return null;
    const told = cycle.state.population?.characteristics ?? null;
    return told === null ? null : this.kept.open(authority, id, told.digest);
  }
}
