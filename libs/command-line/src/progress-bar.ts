import { SingleBar } from 'cli-progress';
import type { Surroundings } from './touchstone.js';

const TENTHS = 10;

/** Progress of long work: a bar on a terminal, a plain line for each tenth elsewhere. It goes to the error stream, so output stays clean. */
export class ProgressBar {
  private readonly bar: SingleBar | null;
  private started = false;
  private told = -1;

  /** `rest`: what follows the numbers on a terminal, as cli-progress formats it. */
  constructor(
    private readonly around: Pick<Surroundings, 'err' | 'terminal'>,
    private readonly title: string,
    rest = '{eta_formatted} left {about}',
  ) {
    this.bar = around.terminal
      ? new SingleBar({
          format: `${title} [{bar}] {percentage} % | {value} of {total} | ${rest}`,
          hideCursor: true,
        })
      : null;
  }

  at(done: number, total: number, about = ''): void {
    if (this.bar === null) return this.tell(done, total, about);
    if (!this.started) this.bar.start(total, done, { about });
    this.started = true;
    this.bar.setTotal(total);
    this.bar.update(done, { about });
  }

  end(): void {
    if (this.started) this.bar?.stop();
  }

  private tell(done: number, total: number, about: string): void {
    const step = total === 0 ? TENTHS : Math.floor((done / total) * TENTHS);
    if (step <= this.told) return;
    this.told = step;
    this.around.err(`${this.title}: ${done} of ${total}${about === '' ? '' : ` (${about})`}\n`);
  }
}
