import { runCommandLine } from '../command-line.js';
import type { Touchstone } from '../touchstone.js';
import { TouchstoneInMemory } from './touchstone-in-memory.js';

/** What a verb ended with, and what it wrote to which stream. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Somebody who types verbs, with files of their own, at a Touchstone in memory. */
export class AtATerminal {
  readonly stores = new TouchstoneInMemory();
  readonly files = new Map<string, Uint8Array>();
  /** What the standard input holds. */
  input = '';
  /** Stands between a verb and what it opens. */
  through: (touchstone: Touchstone) => Touchstone = (touchstone) => touchstone;
  open: () => Promise<Touchstone> = async () => this.stores.opening();
  /** Called with what is written to the error stream, while the verb still works. */
  heard: (line: string) => void = () => undefined;
  private stop = new AbortController();

  async types(...words: readonly string[]): Promise<Outcome> {
    const written = { out: '', err: '' };
    const code = await runCommandLine(words, {
      open: async () => this.through(await this.open()),
      serve: async () => 0,
      interruption: () => (this.stop = new AbortController()).signal,
      today: () => '2026-03-02',
      out: (text) => void (written.out += text),
      err: (text) => {
        written.err += text;
        this.heard(text);
      },
      terminal: false,
      readFile: async (path) => {
        const bytes = this.files.get(path);
        if (bytes === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
        return bytes;
      },
      readInput: async () => Buffer.from(this.input),
      writeFile: async (path, bytes) => void this.files.set(path, bytes),
    });
    return { code, ...written };
  }

  /** Types it with --json; the output must be one JSON document and nothing else. */
  async typesForJson(...words: readonly string[]): Promise<Outcome & { readonly document: unknown }> {
    const outcome = await this.types(...words, '--json');
    return { ...outcome, document: JSON.parse(outcome.out) as unknown };
  }

  /** Ctrl-C. */
  interrupts(): void {
    this.stop.abort();
  }

  writes(path: string, content: string | Uint8Array): void {
    this.files.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  }

  reads(path: string): string {
    return Buffer.from(this.files.get(path)!).toString('utf8');
  }
}
