import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { copyDataFolder, crashFolder, type CrashFolder } from '../testing/crash-folder.js';
import { ServerInProcess } from '../testing/server-in-process.js';
import { isRoot } from './account.js';

const LIBRARIES = new URL('../../../', import.meta.url);

let template: CrashFolder;
let place: CrashFolder;
let processes: ServerInProcess[];

function open(dataFolder = place.dataFolder): ServerInProcess {
  const started = ServerInProcess.start(dataFolder, LIBRARIES);
  processes.push(started);
  return started;
}

/** Kills the first process of the server as a crash would, and says which one it was. */
async function killServer(): Promise<number> {
  const pid = await place.postmaster();
  if (pid === undefined) throw new Error('No server to kill.');
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Lets the tests of a group begin with a database that is there already, which is quicker than making one for each. */
function withDatabase(): void {
  beforeEach(() => copyDataFolder(template, place));
}

beforeAll(async () => {
  template = await crashFolder();
  const first = ServerInProcess.start(template.dataFolder, LIBRARIES);
  await first.opened();
  await first.ask('close');
});

afterAll(() => template.remove());

beforeEach(async () => {
  place = await crashFolder();
  processes = [];
});

afterEach(async () => {
  for (const started of processes) await started.kill();
  await place.remove();
});

describe('a new server', () => {
  it('keeps what is committed, checks its pages, and listens on its socket only', async () => {
    const server = open();
    expect((await server.opened()).opened).toMatchObject({ host: join(place.dataFolder, 'socket') });
    const { rows } = await server.ask(
      "query select name, setting from pg_settings where name in ('data_checksums', 'fsync', 'full_page_writes', " +
        "'listen_addresses', 'server_encoding', 'synchronous_commit') order by name",
    );
    expect(rows?.map(({ name, setting }) => [name, setting])).toEqual([
      ['data_checksums', 'on'],
      ['fsync', 'on'],
      ['full_page_writes', 'on'],
      ['listen_addresses', ''],
      ['server_encoding', 'UTF8'],
      ['synchronous_commit', 'on'],
    ]);
    expect((await stat(join(place.dataFolder, 'socket'))).mode & 0o777).toBe(0o700);
  });

  it('logs in as somebody who owns the database and may make roles, but is no superuser', async () => {
    const server = open();
    await server.opened();
    const { rows } = await server.ask(
      'query select rolname, rolsuper, rolcreaterole, rolbypassrls, datlocprovider, datlocale ' +
        'from pg_roles r join pg_database d on d.datdba = r.oid where d.datname = current_database()',
    );
    expect(rows).toEqual([
      {
        rolname: 'touchstone',
        rolsuper: false,
        rolcreaterole: true,
        rolbypassrls: false,
        datlocprovider: 'b',
        datlocale: 'C.UTF-8',
      },
    ]);
  });

  it('has its socket in a private folder elsewhere when the path of the data folder is too long', async () => {
    const server = open(join(place.dataFolder, 'a-long-name-'.repeat(12)));
    const { opened } = await server.opened();
    expect(opened?.host).toMatch(/^\/tmp\/touchstone-[0-9a-f]{16}$/);
    expect((await stat(opened?.host ?? '')).mode & 0o777).toBe(0o700);
    expect(await server.ask('close')).toEqual({ closed: true });
    await rm(opened?.host ?? '', { recursive: true });
  });

  it('lives where its account can reach it, also when only root can enter the data folder', async () => {
    await mkdir(place.dataFolder);
    await chmod(place.dataFolder, 0o700);
    const server = open();
    const { opened } = await server.opened();
    const pointer = await readFile(join(place.dataFolder, 'postgres-lives-in'), 'utf8').catch(
      () => place.dataFolder,
    );
    expect(pointer === place.dataFolder).toBe(!isRoot());
    expect(opened?.host).toBe(join(pointer, 'socket'));
    expect(await server.ask('close')).toEqual({ closed: true });

    const again = open();
    expect((await again.opened()).opened?.host).toBe(opened?.host);
    expect(await again.ask('close')).toEqual({ closed: true });
    await rm(pointer, { recursive: true });
  });

  it('is made once when several processes open it at the same moment; only the last to close stops it', async () => {
    const [first, second, third] = [open(), open(), open()];
    const answers = await Promise.all([first, second, third].map((each) => each.opened()));
    expect(answers.map(({ opened }) => opened?.host)).toEqual(
      Array(3).fill(join(place.dataFolder, 'socket')),
    );
    const server = await place.postmaster();
    expect(await first.ask('close')).toEqual({ closed: true });
    expect(await second.ask('close')).toEqual({ closed: true });
    expect(await place.postmaster()).toBe(server);
    expect(await third.ask('query select 1 as one')).toEqual({ rows: [{ one: 1 }] });
    expect(await third.ask('close')).toEqual({ closed: true });
    expect(await place.postmaster()).toBeUndefined();
  });
});

describe('processes that share a server', () => {
  withDatabase();

  it('open it again when the last of the others is just stopping it', async () => {
    const first = open();
    await first.opened();
    for (let round = 0; round < 5; round += 1) {
      const leaving = processes.at(-1)?.ask('close');
      const next = open();
      expect((await next.opened()).opened?.host).toBe(join(place.dataFolder, 'socket'));
      expect(await leaving).toEqual({ closed: true });
      expect(await next.ask('query select 1 as one')).toEqual({ rows: [{ one: 1 }] });
    }
  });

  it('have a claim one at a time, and the refusal names the process that has it', async () => {
    const [first, second] = [open(), open()];
    await Promise.all([first.opened(), second.opened()]);
    expect(await first.ask('claim web server')).toEqual({ claimed: 'web server' });
    const refusal = await second.ask('claim web server');
    expect(refusal.code).toBe('data-folder-in-use');
    expect(refusal.message).toContain(`process ${first.pid} is its web server`);
    expect(await second.ask('claim something else')).toEqual({ claimed: 'something else' });
  });

  it('can take the claim of a process that was killed', async () => {
    const first = open();
    await first.opened();
    await first.ask('claim web server');
    await first.kill();
    const second = open();
    await second.opened();
    expect(await second.ask('claim web server')).toEqual({ claimed: 'web server' });
  });
});

describe('after a crash', () => {
  withDatabase();

  const WRITE = 'query create table public.kept (n integer); insert into public.kept values (7)';

  it('of the process, the next one attaches to the server that outlived it', async () => {
    const first = open();
    await first.opened();
    expect(await first.ask(WRITE)).toEqual({});
    const server = await place.postmaster();
    await first.kill();
    const second = open();
    await second.opened();
    expect(await place.postmaster()).toBe(server);
    expect(await second.ask('query select n from public.kept')).toEqual({ rows: [{ n: 7 }] });
    expect(await second.ask('close')).toEqual({ closed: true });
    expect(await place.postmaster()).toBeUndefined();
  });

  it('of the server, the process starts it again, with its claim and everything committed', async () => {
    const first = open();
    await first.opened();
    await first.ask('claim web server');
    expect(await first.ask(WRITE)).toEqual({});
    const killed = await killServer();
    expect(await first.answer((answer) => answer.restored === true)).toEqual({ restored: true });
    expect(await place.postmaster()).not.toBe(killed);
    expect(await first.ask('query select n from public.kept')).toEqual({ rows: [{ n: 7 }] });
    const second = open();
    await second.opened();
    expect((await second.ask('claim web server')).code).toBe('data-folder-in-use');
  });

  it('of the server and the process, the next one recovers everything committed', async () => {
    const first = open();
    await first.opened();
    expect(await first.ask(WRITE)).toEqual({});
    await killServer();
    await first.kill();
    const second = open();
    await second.opened();
    expect(await second.ask('query select n from public.kept')).toEqual({ rows: [{ n: 7 }] });
  });

  it('of everything, several that start at the same moment recover one server together', async () => {
    for (let round = 0; round < 4; round += 1) {
      const together = [open(), open(), open()];
      const answers = await Promise.all(together.map((each) => each.opened()));
      expect(answers.map(({ opened }) => opened?.host)).toEqual(
        Array(3).fill(join(place.dataFolder, 'socket')),
      );
      await killServer();
      await Promise.all(together.map((each) => each.kill()));
    }
  });

  it('is not stopped by a lock whose number another program has by now', async () => {
    const first = open();
    await first.opened();
    expect(await first.ask(WRITE)).toEqual({});
    const killed = await killServer();
    await first.kill();
    const { uid, gid } = await stat(join(place.dataFolder, 'postgres'));
    const stranger = spawn('/bin/sleep', ['60'], { uid, gid, stdio: 'ignore' });
    for (const lock of ['postgres/postmaster.pid', 'socket/.s.PGSQL.5432.lock']) {
      const file = join(place.dataFolder, lock);
      const content = await readFile(file, 'utf8');
      await writeFile(file, content.replace(String(killed), String(stranger.pid)));
    }
    const second = open();
    expect((await second.opened()).opened).toBeDefined();
    expect(await second.ask('query select n from public.kept')).toEqual({ rows: [{ n: 7 }] });
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });
});

describe('a machine on which it cannot run', () => {
  withDatabase();

  it('is refused when a file is where the data folder should be', async () => {
    await writeFile(join(place.folder, 'file'), '');
    const refusal = await open(join(place.folder, 'file/data')).opened();
    expect(refusal.code).toBe('not-writable');
    expect(refusal.message).toContain('TOUCHSTONE_DATA');
  });

  it('is refused when the database was made by another major version', async () => {
    await writeFile(join(place.dataFolder, 'postgres/PG_VERSION'), '17\n');
    const refusal = await open().opened();
    expect(refusal.code).toBe('other-version');
    expect(refusal.message).toContain('was made by PostgreSQL 17');
  });

  it("is refused when another database's server has the socket, and that server is left alone", async () => {
    const other = await crashFolder();
    try {
      await copyDataFolder(template, other);
      const theirs = open(other.dataFolder);
      await theirs.opened();
      const lock = await readFile(join(other.dataFolder, 'socket/.s.PGSQL.5432.lock'));
      await writeFile(join(place.dataFolder, 'socket/.s.PGSQL.5432.lock'), lock);
      const refusal = await open().opened();
      expect(refusal.code).toBe('socket-taken');
      expect(refusal.message).toContain(join(other.dataFolder, 'postgres'));
      expect(await theirs.ask('query select 1 as one')).toEqual({ rows: [{ one: 1 }] });
      expect(await theirs.ask('close')).toEqual({ closed: true });
    } finally {
      await other.remove();
    }
  });
});
