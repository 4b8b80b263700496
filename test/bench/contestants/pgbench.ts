import { execFile } from 'node:child_process';
import { access, glob, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { openPool, type Connection, type Pool } from '#postgres';
import type { Sample } from '../measured-case.js';
import { AUTHORITY, EVENT_TYPE, KIND, sampleContent } from '../sample-content.js';
import { EVENTS_IN_A_STREAM } from '../turns.js';
import { makeNaiveTables, NAIVE_TABLE } from './naive.js';

const run = promisify(execFile);

/** PostgreSQL's own load generator, which is a C program without a driver's and a runtime's cost. */
export interface Pgbench {
  /** The naive insert, so many clients, for whole seconds. */
  append(clients: number, seconds: number): Promise<Sample>;
  close(): Promise<void>;
}

/** The same insert as the naive one; a stream is told apart by run, client and number, and hashed to look like a UUID. */
const SCRIPT = `\\set version :n % ${EVENTS_IN_A_STREAM}
\\set stream :n / ${EVENTS_IN_A_STREAM}
\\set n :n + 1
insert into ${NAIVE_TABLE} (stream, version, type, payload) values ('${AUTHORITY}/${KIND}-' || md5(:run::text || ' ' || :client_id::text || ' ' || :stream::text)::uuid, :version, :type, :payload);
`;

/** Null where it is not installed; Debian has it in postgresql-contrib. */
export async function findPgbench(connection: Connection): Promise<Pgbench | null> {
  const program = await findProgram();
  if (program === null || !(await runs(program))) return null;
  await withPool(connection, makeNaiveTables);
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-pgbench-'));
  const script = join(folder, 'insert.sql');
  await writeFile(script, SCRIPT);
  let runsSoFar = 0;
  return {
    append: async (clients, seconds) => {
      runsSoFar += 1;
      const logs = `latency-${runsSoFar}`;
      const { stdout } = await run(
        program,
        [
          ...['--no-vacuum', '--protocol=prepared', `--file=${script}`],
          ...[`--client=${clients}`, `--time=${seconds}`],
          ...['--log', `--log-prefix=${join(folder, logs)}`],
          ...['-D', 'n=0', '-D', `run=${runsSoFar}`, '-D', `type=${EVENT_TYPE}`],
          ...['-D', `payload=${JSON.stringify(sampleContent(0))}`],
        ],
        { env: environmentFor(connection) },
      );
      const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
      if (rate === undefined) throw new Error(`pgbench said nothing about its rate: ${stdout}`);
      return { rate: Number(rate), latencies: await latenciesIn(folder, logs) };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function withPool(connection: Connection, work: (pool: Pool) => Promise<void>): Promise<void> {
  const pool = openPool({ connection, max: 1, log: () => undefined });
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}

/** Debian's wrapper in PATH chooses a version by rules of its own, so the programs themselves come first. */
async function findProgram(): Promise<string | null> {
  const debian: string[] = [];
  for await (const path of glob('/usr/lib/postgresql/*/bin/pgbench')) debian.push(path);
  const versionOf = (path: string): number => Number(path.split('/')[4]);
  debian.sort((a, b) => versionOf(b) - versionOf(a));
  const inPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'pgbench'));
  for (const path of [...debian, ...inPath]) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return null;
}

const runs = (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

function environmentFor({ host, port, database, user, password, ssl }: Connection): NodeJS.ProcessEnv {
  const mode =
    ssl === undefined ? undefined : ssl === false ? 'disable' : ssl === true ? 'verify-full' : 'require';
  return {
    ...process.env,
    ...{ PGHOST: host, PGPORT: String(port), PGDATABASE: database, PGUSER: user },
    ...(password === undefined ? {} : { PGPASSWORD: password }),
    ...(mode === undefined ? {} : { PGSSLMODE: mode }),
  };
}

/** The third word of each line is what a transaction took, in microseconds. */
async function latenciesIn(folder: string, prefix: string): Promise<readonly number[]> {
  const files = (await readdir(folder)).filter((name) => name.startsWith(`${prefix}.`));
  const latencies: number[] = [];
  for (const file of files) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n').filter((line) => line !== '');
    for (const line of lines) latencies.push(Number(line.split(' ')[2]) / 1000);
    await rm(join(folder, file));
  }
  return latencies;
}
