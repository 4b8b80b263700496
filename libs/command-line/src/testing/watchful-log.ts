import { MemoryEventLog, type LogPage, type ReadAllOptions } from '#event-log';
import { pause } from '#projections';

/** A log whose followers look again whenever there is time, so that nothing waits for the append after it. */
export class WatchfulLog extends MemoryEventLog {
  override async *follow(
    authority: string,
    options: ReadAllOptions & { signal: AbortSignal },
  ): AsyncIterable<LogPage> {
    let after = options.after ?? 0n;
    while (!options.signal.aborted) {
      const page = await this.readAll(authority, { ...options, after });
      if (page.through > after) {
        after = page.through;
        yield page;
      } else {
        await pause(1, options.signal);
      }
    }
  }
}
