import type { LogPage, ReadAllOptions } from '#event-log';
import { kindsOf, type View } from '#views';
import type { FactsLog } from './facts-log.js';

/** Events that are read at once; a page of fewer is the last for now. */
const MOST_AT_ONCE = 1000;

/** Reads what a view needs of an authority's log, page by page. */
export class LogPages {
  private readonly options: Required<Pick<ReadAllOptions, 'limit' | 'filter'>>;

  constructor(
    private readonly log: Pick<FactsLog, 'readAll' | 'follow'>,
    view: View,
    private readonly authority: string,
    batchSize: number,
  ) {
    this.options = { limit: Math.min(batchSize, MOST_AT_ONCE), filter: { kinds: kindsOf(view) } };
  }

  /** Whether the log had no more when this was read. */
  readonly isLast = ({ events }: LogPage): boolean => events.length < this.options.limit;

  /** Everything behind a position. The last page may be empty. */
  async *rest(position: bigint, signal: AbortSignal): AsyncGenerator<LogPage, void, void> {
    for (let after = position; !signal.aborted;) {
      const page = await this.log.readAll(this.authority, { ...this.options, after });
      yield page;
      if (page.through <= after) return;
      after = page.through;
    }
  }

  /** Everything behind a position, and then whatever comes. After a page that is not the last the next comes without waiting. */
  async *from(position: bigint, signal: AbortSignal): AsyncGenerator<LogPage, void, void> {
    let after = position;
    while (!signal.aborted) {
      for await (const page of this.rest(after, signal)) {
        yield page;
        after = page.through;
      }
      for await (const page of this.log.follow(this.authority, { ...this.options, after, signal })) {
        yield page;
        after = page.through;
        if (!this.isLast(page)) break;
      }
    }
  }
}
