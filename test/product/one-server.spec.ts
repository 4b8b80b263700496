import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';
import type { TouchstoneProcess } from './touchstone-process.js';

let folder: DataFolder;
let other: DataFolder;
let server: TouchstoneProcess;
let address: string;
beforeEach(async () => {
  [folder, other] = [await DataFolder.make(), await DataFolder.make()];
  server = folder.run(['start']);
  address = await server.address();
});
afterEach(async () => {
  await folder.remove();
  await other.remove();
});

const isReady = async (): Promise<boolean> => (await fetch(`${address}/v1/health/ready`)).ok;

describe('a second server', () => {
  it('on the same data folder, or at the same port, is refused in a sentence and does the first no harm', async () => {
    const [sameFolder, samePort] = await Promise.all([
      folder.run(['start']).ended,
      other.run(['start'], { PORT: new URL(address).port }).ended,
    ]);
    expect(sameFolder).toMatchObject({ code: 3, out: '' });
    expect(sameFolder.err).toContain(`The data folder ${folder.path} is in use: process `);
    expect(samePort).toMatchObject({ code: 3, out: '' });
    expect(samePort.err).toMatch(/^Port \d+ is in use by another program\. /m);
    expect(await other.postgres()).toBeUndefined();
    expect(await isReady()).toBe(true);
  });
});

describe('verbs', () => {
  it('attach to a running server and leave its database running', async () => {
    const postgres = await folder.postgres();
    const simulated = await folder.run(['simulate', '--cases', '2', '--seed', '6', '--json']).ended;
    expect(simulated.code).toBe(0);
    expect(JSON.parse(simulated.out)).toMatchObject({ authority: 'simulation-6-1x2' });
    const listed = await folder.run(['views', 'list']).ended;
    expect(listed.out).toMatch(/^simulation-6-1x2 {2}case-record .* level$/m);
    expect(await folder.postgres()).toBe(postgres);
    expect(await isReady()).toBe(true);
    expect((await server.end()).code).toBe(0);
    expect(await folder.postgres()).toBeUndefined();
  });

  it('work alone, and stop the database that they started, also when they are interrupted', async () => {
    expect((await other.run(['views', 'list']).ended).code).toBe(0);
    expect(await other.postgres()).toBeUndefined();

    const simulating = other.run(['simulate', '--cases', '40', '--seed', '6']);
    await simulating.says(/^Simulating: /m);
    simulating.signal('SIGINT');
    const { code, out, err } = await simulating.ended;
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toContain('What was recorded stays');
    expect(await other.postgres()).toBeUndefined();
  });
});
