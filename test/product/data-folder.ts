import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TouchstoneProcess } from './touchstone-process.js';

/** Where the processes of one test keep their data, and those processes: all of it is gone when the test is over. */
export class DataFolder {
  private readonly started: TouchstoneProcess[] = [];

  private constructor(readonly path: string) {}

  /** A new folder, which the account of the database can reach. */
  static async make(parent = tmpdir()): Promise<DataFolder> {
    const path = await mkdtemp(join(parent, 'touchstone-product-'));
    await chmod(path, 0o711);
    return new DataFolder(path);
  }

  /** Runs the product on this folder with these words, without its demonstration unless `settings` say otherwise. */
  run(words: readonly string[], settings: Readonly<Record<string, string>> = {}): TouchstoneProcess {
    const started = TouchstoneProcess.start(words, this.environment(settings));
    this.started.push(started);
    return started;
  }

  /** The same as somebody does who types npm start: through the launcher, which passes signals on. */
  launch(words: readonly string[], settings: Readonly<Record<string, string>> = {}): TouchstoneProcess {
    const started = TouchstoneProcess.launch(words, this.environment(settings));
    this.started.push(started);
    return started;
  }

  /** The first process of the database that runs on this folder; undefined when none does. */
  async postgres(): Promise<number | undefined> {
    const file = await readFile(join(this.path, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number.parseInt(file, 10);
    const cluster = join(this.path, 'postgres');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return command.split('\0').includes(cluster) ? pid : undefined;
  }

  async remove(): Promise<void> {
    for (const each of this.started) await each.end();
    const left = await this.postgres();
    if (left !== undefined) process.kill(left, 'SIGQUIT');
    await rm(this.path, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }

  private environment(settings: Readonly<Record<string, string>>): Record<string, string> {
    return { PORT: '0', TOUCHSTONE_DATA: this.path, TOUCHSTONE_DEMONSTRATION: 'off', ...settings };
  }
}
