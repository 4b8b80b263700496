import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';

let folder: DataFolder;
let other: DataFolder;
beforeEach(async () => {
  [folder, other] = [await DataFolder.make(), await DataFolder.make()];
});
afterEach(async () => {
  await folder.remove();
  await other.remove();
});

describe('beside a running server', () => {
  it('a second one is refused in a sentence, on its data folder and at its port; verbs attach and leave its database running', async () => {
    const server = folder.run(['start']);
    const address = await server.address();
    const postgres = await folder.postgres();
    const [sameFolder, samePort, simulated] = await Promise.all([
      folder.run(['start']).ended,
      other.run(['start'], { PORT: new URL(address).port }).ended,
      folder.run(['simulate', '--cases', '2', '--seed', '6', '--json']).ended,
    ]);

    expect(sameFolder).toMatchObject({ code: 3, out: '' });
    expect(sameFolder.err).toContain(`The data folder ${folder.path} is in use: process `);
    expect(samePort).toMatchObject({ code: 3, out: '' });
    expect(samePort.err).toMatch(/^Port \d+ is in use by another program\. /m);
    expect(await other.postgres()).toBeUndefined();

    expect(simulated.code).toBe(0);
    expect(JSON.parse(simulated.out)).toMatchObject({ authority: 'simulation-6-1x2' });
    const listed = await folder.run(['views', 'list']).ended;
    expect(listed.out).toMatch(/^simulation-6-1x2 {2}case-record .* level$/m);

    expect(await folder.postgres()).toBe(postgres);
    expect((await fetch(`${address}/v1/health/ready`)).ok).toBe(true);
    expect((await server.end()).code).toBe(0);
    expect(await folder.postgres()).toBeUndefined();
  });
});

describe('alone', () => {
  it('verbs stop the database that they started, also when they are interrupted', async () => {
    const simulating = folder.run(['simulate', '--cases', '12', '--seed', '6']);
    await simulating.says(/^Simulating: /m);
    simulating.signal('SIGINT');
    const { code, out, err } = await simulating.ended;
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toContain('What was recorded stays');
    expect(await folder.postgres()).toBeUndefined();

    expect((await folder.run(['views', 'list']).ended).code).toBe(0);
    expect(await folder.postgres()).toBeUndefined();
  });
});
