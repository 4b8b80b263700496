import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** An answer of server-process.ts. */
export interface Answer {
  readonly log?: string;
  readonly opened?: { readonly host: string };
  readonly claimed?: string;
  readonly rows?: readonly Record<string, unknown>[];
  readonly restored?: true;
  readonly closed?: true;
  readonly code?: string;
  readonly message?: string;
}

/** A process of its own that has the server of a data folder open; see server-process.ts for what it can be told. */
export class ServerInProcess {
  private readonly answers: Answer[] = [];
  private ended = false;
  private changed: () => void = () => undefined;

  private constructor(private readonly child: ChildProcess) {
    if (!child.stdout) throw new Error('The process has no output to read.');
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.answers.push(JSON.parse(line) as Answer);
      this.changed();
    });
    child.on('close', () => {
      this.ended = true;
      this.changed();
    });
  }

  /** Starts the process from the sources in `libraries` (…/libs), as the account with that number if one is given. */
  static start(dataFolder: string, libraries: URL, uid?: number): ServerInProcess {
    const testing = fileURLToPath(new URL('postgres/src/testing/', libraries));
    const child = spawn(
      process.execPath,
      [
        ...['--experimental-transform-types', '--no-warnings', '--import', `${testing}typescript-hooks.mjs`],
        ...[`${testing}server-process.ts`, dataFolder, ...(uid === undefined ? [] : [String(uid)])],
      ],
      { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
    );
    return new ServerInProcess(child);
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  /** Tells the process something and waits for its answer. */
  async ask(line: string): Promise<Answer> {
    this.child.stdin?.write(`${line}\n`);
    return this.answer((answer) => answer.log === undefined && answer.restored === undefined);
  }

  /** The next answer of that kind; those before it are passed over. */
  async answer(isWanted: (answer: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const index = this.answers.findIndex(isWanted);
      const [found] = index < 0 ? [] : this.answers.splice(0, index + 1).slice(-1);
      if (found) return found;
      if (this.ended) throw new Error('The process ended without that answer.');
      await new Promise<void>((resolve) => (this.changed = resolve));
    }
  }

  /** The first answer: that the server is open, or why not. */
  async opened(): Promise<Answer> {
    return this.answer((answer) => answer.log === undefined);
  }

  /** Ends the process as a crash would. */
  async kill(): Promise<void> {
    if (this.ended) return;
    const closed = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await closed;
  }
}
