import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const inCheckout = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const MAIN = inCheckout('dist/apps/touchstone/src/main.js');
const LAUNCHER = inCheckout('apps/touchstone/launch/program.mjs');
const ADDRESS = /^Touchstone is at (http:\S+)$/m;

export interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built product as a process of its own. */
export class TouchstoneProcess {
  private readonly written = { out: '', err: '' };
  private changed: () => void = () => undefined;
  private over = false;
  /** How it ended, once it and all that share its outputs are gone. */
  readonly ended: Promise<Ending>;

  private constructor(private readonly child: ChildProcess) {
    for (const [stream, name] of [
      [child.stdout, 'out'],
      [child.stderr, 'err'],
    ] as const) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.written[name] += text;
        this.changed();
      });
    }
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => {
        this.over = true;
        this.changed();
        resolve({ code, ...this.written });
      });
    });
  }

  static start(words: readonly string[], environment: Readonly<Record<string, string>>): TouchstoneProcess {
    return TouchstoneProcess.spawned(['--enable-source-maps', MAIN, ...words], environment);
  }

  /** Through the launcher's own way of running the product, as a child of it. */
  static launch(words: readonly string[], environment: Readonly<Record<string, string>>): TouchstoneProcess {
    const program = `import(process.argv[1]).then(({ runProgram }) => runProgram(process.argv.slice(2))).then((code) => (process.exitCode = code))`;
    return TouchstoneProcess.spawned(['-e', program, LAUNCHER, MAIN, ...words], environment);
  }

  private static spawned(
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): TouchstoneProcess {
    const { PATH } = process.env;
    return new TouchstoneProcess(
      spawn(process.execPath, args, {
        env: { ...(PATH === undefined ? {} : { PATH }), ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Waits until it has written something, to either output. @throws Error with what it wrote when it ended before */
  async says(wanted: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = wanted.exec(this.written.out) ?? wanted.exec(this.written.err);
      if (found !== null) return found;
      if (this.over)
        throw new Error(`It ended without saying ${wanted}:\n${this.written.out}${this.written.err}`);
      await new Promise<void>((resolve) => (this.changed = resolve));
    }
  }

  /** Where a server can be reached, once it says so. */
  async address(): Promise<string> {
    return (await this.says(ADDRESS))[1]!;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it as its user would; does nothing when it has ended. */
  async end(): Promise<Ending> {
    this.signal('SIGTERM');
    return this.ended;
  }
}
