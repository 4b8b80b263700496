import { NewerVersion, paceInWords, PoisonEvent, type RebuildProgress } from '#projections';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { ProgressBar } from '../../progress-bar.js';
import { print } from '../../report.js';
import type { Surroundings, Touchstone } from '../../touchstone.js';
import { unknownView, whichViews } from './which-views.js';

/**
 * `views rebuild [view]`: makes the rows anew from the log while readers go on with the old ones. Interrupted, the same words go
 * on where it was.
 */
export async function rebuildViews(
  touchstone: Touchstone,
  around: Surroundings,
  { json, wanted }: { readonly json: boolean; readonly wanted: string | undefined },
  stop: AbortSignal,
): Promise<ExitCode> {
  const names = whichViews(wanted);
  if (names === null) return unknownView(around, wanted);
  const started = performance.now();
  for (const name of names) {
    const progress = new RebuildBars(around, name);
    try {
      await touchstone.projections.rebuild(name, { onProgress: (at) => progress.at(at), signal: stop });
    } catch (error) {
      if (!(error instanceof PoisonEvent || error instanceof NewerVersion)) throw error;
      progress.end();
      around.err(
        `${error.message}\nReaders go on with the rows that were there before.${howToGoOn(error)}\n`,
      );
      return EXIT.refused;
    }
    progress.end();
    stop.throwIfAborted();
  }
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  print(around, json, { rebuilt: names, seconds }, [`Rebuilt ${names.join(', ')} in ${seconds} s`]);
  return EXIT.done;
}

/** What a newer version says is to be done is in its own message. */
const howToGoOn = (error: PoisonEvent | NewerVersion): string =>
  error instanceof PoisonEvent
    ? ` Once that is put right, "views rebuild ${error.view}" goes on from this event; until then "views list" shows it.`
    : '';

/** A bar for each authority, one after the other. */
class RebuildBars {
  private bar: ProgressBar | null = null;
  private authority: string | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly view: string,
  ) {}

  at({ authority, position, head, pace }: RebuildProgress): void {
    if (this.authority !== authority) {
      this.end();
      this.authority = authority;
      this.bar = new ProgressBar(this.around, `Rebuilding ${this.view}`, '{about}');
    }
    this.bar?.at(Number(position), Number(head), `${authority}${paceInWords(pace)}`);
  }

  end(): void {
    this.bar?.end();
  }
}
