import { fork, type ChildProcess } from 'node:child_process';
import { compiled } from '../compiled.js';
import type { Door } from './ground.js';

export interface Asked {
  readonly number: number;
  readonly method: keyof Door;
  readonly args: readonly unknown[];
}

/** Number 0 tells that the door is open. */
export type Answered =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly error: { readonly code: string; readonly message: string } };

const DOOR = compiled('ground/door-process');
/** As when a connection breaks: nobody knows what became of what was asked. */
const GONE = { code: 'EPIPE', message: 'the process of this door was killed' };

/** A door in a process of its own, which can be killed and is then started again. */
export class RemoteDoor implements Door {
  private readonly waiting = new Map<number, (answered: Answered) => void>();
  private child: ChildProcess | null = null;
  private opening: Promise<void> | null = null;
  private asked = 0;
  private closed = false;

  constructor(private readonly dataFolder: string) {}

  append: Door['append'] = (...args) => this.ask('append', args);
  readStream: Door['readStream'] = (...args) => this.ask('readStream', args);

  /** @returns false when it is just being started. */
  kill(): boolean {
    if (this.opening !== null || this.child === null) return false;
    return this.child.kill('SIGKILL');
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.opening;
    const { child } = this;
    if (child === null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.connected) child.disconnect();
    await gone;
  }

  private async ask<Answer>(method: keyof Door, args: readonly unknown[]): Promise<Answer> {
    if (this.child === null || this.opening !== null) await (this.opening ??= this.open());
    const number = ++this.asked;
    const answered = await new Promise<Answered>((resolve) => {
      this.waiting.set(number, resolve);
      this.child?.send({ number, method, args } satisfies Asked, (error) => {
        if (error !== null) resolve({ number, error: GONE });
      });
      if (this.child === null) resolve({ number, error: GONE });
    });
    this.waiting.delete(number);
    if ('error' in answered) throw Object.assign(new Error(answered.error.message), answered.error);
    return answered.answer as Answer;
  }

  private open(): Promise<void> {
    if (this.closed) return Promise.reject(new Error('This door was closed'));
    const child = fork(DOOR, [this.dataFolder], { serialization: 'advanced', execArgv: [] });
    return new Promise((resolve, reject) => {
      child.on('message', (answered: Answered) => {
        if (answered.number > 0) return this.waiting.get(answered.number)?.(answered);
        this.child = child;
        this.opening = null;
        resolve();
      });
      child.on('exit', () => {
        this.child = null;
        this.opening = null;
        reject(Object.assign(new Error(GONE.message), GONE));
        for (const [number, resolve] of this.waiting) resolve({ number, error: GONE });
      });
    });
  }
}
