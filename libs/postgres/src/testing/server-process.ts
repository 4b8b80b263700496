import { createInterface } from 'node:readline';
import { EmbeddedServer } from '../embedded/embedded-server.js';
import { openPool, type Pool } from '../pool.js';
import { errorCode } from '../problem.js';

/**
 * A process of its own that opens the embedded server of the folder in its first argument, as the account whose
 * number is its second. Each line that it reads is `claim <name>`, `query <sql>` or `close`; each is answered by a
 * line of JSON. The test that starts it may kill it at any time.
 */
const [dataFolder = '', uid] = process.argv.slice(2);
if (uid !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}

const say = (answer: object): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);

async function answered(work: () => Promise<object>): Promise<void> {
  try {
    say(await work());
  } catch (error) {
    say({ code: errorCode(error), message: error instanceof Error ? error.message : String(error) });
  }
}

let server: EmbeddedServer | undefined;
let pool: Pool | undefined;

const verbs: Record<string, (argument: string) => Promise<object>> = {
  query: async (sql) => ({ rows: (await pool?.query(sql))?.rows as unknown }),
  claim: async (name) => {
    if (!server) throw new Error('The server is not open.');
    await server.claim(name);
    return { claimed: name };
  },
  close: async () => {
    await pool?.end();
    await server?.close();
    return { closed: true };
  },
};

await answered(async () => {
  server = await EmbeddedServer.open({ dataFolder, log: (line) => say({ log: line }) });
  pool = openPool({ connection: server.connection, max: 1, log: () => undefined });
  server.on('restored', () => say({ restored: true }));
  return { opened: server.connection };
});

for await (const line of createInterface({ input: process.stdin })) {
  const space = line.indexOf(' ');
  const [verb, argument] = space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
  await answered(async () => (await verbs[verb]?.(argument)) ?? { unknown: verb });
  if (verb === 'close') break;
}
process.exit();
