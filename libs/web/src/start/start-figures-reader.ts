import { Inject, Injectable } from '@nestjs/common';
import { londonDate } from '#audit-cycle';
import { isUuid } from '#platform';
import {
  actionCompletion,
  cycleProgress,
  gradingDistribution,
  listCycles,
  LONGEST_PAGE,
  type ViewReader,
} from '#views';
import { AUTHORITIES, type Authorities } from '../authorities.js';
import { CLOCK, VIEW_READER } from '../tokens.js';
import type { CycleFigures, StartFigures } from './start.presenter.js';

/** Reads what the start page shows. Without a choice it is the first authority and its latest cycle. */
@Injectable()
export class StartFiguresReader {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(VIEW_READER) private readonly reader: ViewReader,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  async read(chosenAuthority: string | undefined, chosenCycle: string | undefined): Promise<StartFigures> {
    const now = this.clock().toISOString();
    const authorities = await this.authorities.list();
    const authority =
      chosenAuthority === undefined ? authorities[0] : authorities.find(({ id }) => id === chosenAuthority);
    if (authority === undefined) {
      const notFound = chosenAuthority === undefined ? null : 'authority';
      return { authorities, authority: null, cycles: [], cycle: null, notFound, head: 0n, now };
    }
    // Asked for before the figures are read, so that what comes in between does not make them look late.
    const head = await this.authorities.head(authority.id);
    const { items: cycles } = await listCycles(this.reader, { authority: authority.id, limit: LONGEST_PAGE });
    const id = chosenCycle ?? cycles[0]?.id;
    const cycle = id === undefined ? null : await this.figuresOf(authority.id, id, now);
    const notFound = chosenCycle !== undefined && cycle === null ? 'cycle' : null;
    return { authorities, authority, cycles, cycle, notFound, head, now };
  }

  private async figuresOf(authority: string, cycle: string, now: string): Promise<CycleFigures | null> {
    if (!isUuid(cycle)) return null;
    const [progress, distribution, completion] = await Promise.all([
      cycleProgress(this.reader, { authority, cycle }),
      gradingDistribution(this.reader, { authority, cycle, stage: 'final' }),
      actionCompletion(this.reader, { authority, cycle, today: londonDate(now) }),
    ]);
    // A view that is still behind does not know the newest cycle yet.
    if (progress === null || distribution === null || completion === null) return null;
    return { progress, distribution, completion };
  }
}
