import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedServer, openPool } from '#postgres';
import { DataFolder } from './data-folder.js';

let folder: DataFolder;
beforeEach(async () => {
  folder = await DataFolder.make();
});
afterEach(() => folder.remove());

const finding = (about: string): RegExp => new RegExp(`^(\\w+) +${about}`, 'm');

describe('doctor', () => {
  it('finds a sound installation sound, and after the record was changed behind its back names the event', async () => {
    await folder.run(['simulate', '--cases', '2', '--seed', '3']).ended;
    const sound = await folder.run(['doctor']).ended;
    expect(sound.code).toBe(0);
    expect(sound.out).not.toMatch(/^FAULT/m);
    for (const about of [
      'PostgreSQL',
      'Lasting commits',
      'Rights',
      'Record of simulation-3-1x2',
      'View case-record',
    ])
      expect(finding(about).exec(sound.out)?.[1]).toBe('sound');

    await asOwner(
      folder,
      `alter table touchstone.event disable trigger user;
       update touchstone.event set facts = convert_to('{}', 'UTF8') where position = 40;`,
    );
    const tampered = await folder.run(['doctor', '--json']).ended;
    expect(tampered.code).toBe(1);
    const { findings } = JSON.parse(tampered.out) as { findings: { state: string; says: string }[] };
    expect(findings.filter(({ state }) => state === 'fault').map(({ says }) => says)).toEqual([
      expect.stringMatching(/^Event at position 40 \(\w+\): its facts are not those/),
    ]);
  });
});

/** What the owner of the database can do to it, and no part of the product does. */
async function asOwner({ path }: DataFolder, statements: string): Promise<void> {
  const server = await EmbeddedServer.open({ dataFolder: path, log: () => undefined });
  const pool = openPool({ connection: server.connection, max: 1, log: () => undefined });
  await pool.query(`select set_config('touchstone.authority', 'simulation-3-1x2', false)`);
  await pool.query(statements);
  await pool.end();
  await server.close();
}
