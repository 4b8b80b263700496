import { PostgresEventLog } from '#event-log-postgres';
import { EmbeddedServer, openPool } from '#postgres';
import type { Door } from './ground.js';
import type { Asked, Answered } from './remote-door.js';

/** A process of its own that appends to and reads the log of a data folder for whoever started it, until it is killed or let go. */
const [dataFolder = ''] = process.argv.slice(2);
const server = await EmbeddedServer.open({ dataFolder, log: () => undefined });
const pool = openPool({ connection: server.connection, role: 'touchstone_append', log: () => undefined });
const log = new PostgresEventLog({ pool });
const say = (answered: Answered): void => void process.send?.(answered);

// What is asked reaches the log in the order in which it came.
process.on('message', ({ number, method, args }: Asked) => {
  const door = log as unknown as Record<keyof Door, (...args: readonly unknown[]) => Promise<unknown>>;
  door[method](...args).then(
    (answer) => say({ number, answer }),
    (error: unknown) => {
      const { code, message } = error as { readonly code?: string; readonly message?: string };
      say({ number, error: { code: code ?? '', message: message ?? String(error) } });
    },
  );
});
process.on('disconnect', () => process.exit());
say({ number: 0, answer: 'open' });
