import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Connection } from '#postgres';
import type { ContestantName, Sample } from './measured-case.js';
import type { Order, Report } from './orders.js';

const PROGRAM = fileURLToPath(new URL('./contestant-process.js', import.meta.url));

/** A contestant in its own process. It does one thing at a time. */
export interface ContestantAtWork {
  readonly name: Exclude<ContestantName, 'pgbench'>;
  /** For orders that measure nothing. */
  prepare(order: Order): Promise<void>;
  measure(order: Order): Promise<Sample>;
  /** Lets go of the process, and waits for its end. */
  end(): Promise<void>;
}

export async function startContestant(
  name: ContestantAtWork['name'],
  connection: Connection,
  { nodeArguments, signal }: { readonly nodeArguments: readonly string[]; readonly signal: AbortSignal },
): Promise<ContestantAtWork> {
  const child = fork(PROGRAM, {
    execArgv: [...process.execArgv, ...nodeArguments],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  const letGo = (): void => {
    if (child.connected) child.disconnect();
  };
  signal.addEventListener('abort', letGo);

  const carryOut = async (order: Order): Promise<Sample | null> => {
    const reported = once(child, 'message') as Promise<[Report]>;
    child.send(order);
    const [report] = await Promise.race([
      reported,
      ended.then(() => {
        signal.throwIfAborted();
        throw new Error(`The process of ${name} ended while it was at work`);
      }),
    ]);
    if ('error' in report) throw new Error(`${name} failed: ${report.error}`);
    return report.sample;
  };
  await carryOut({ do: 'open', contestant: name, connection });
  return {
    name,
    prepare: async (order) => {
      await carryOut(order);
    },
    measure: async (order) => {
      const sample = await carryOut(order);
      if (sample === null) throw new Error(`${name} measured nothing when told to ${order.do}`);
      return sample;
    },
    end: async () => {
      letGo();
      await ended;
    },
  };
}
