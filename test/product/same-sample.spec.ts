import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';

let here: DataFolder;
let there: DataFolder;
beforeEach(async () => {
  [here, there] = [await DataFolder.make(), await DataFolder.make()];
});
afterEach(async () => {
  await here.remove();
  await there.remove();
});

describe('the same frame and the same seed', () => {
  it('draw the same sample in another place, and two files are all that checking it takes', async () => {
    const [one, other] = [await published(here), await published(there)];
    expect(one).toEqual(other);
    expect(JSON.parse(one.sample)).toMatchObject({ size: 4, seedSource: 'supplied' });

    const files = ['--frame', join(here.path, 'frame.json'), '--sample', join(here.path, 'sample.json')];
    const elsewhere = await DataFolder.make();
    const { code, out } = await elsewhere.run(['sample', '--check', ...files]).ended;
    await elsewhere.remove();
    expect(out).toMatch(/^The same: 4 cases, /);
    expect(code).toBe(0);
  });
});

/** Simulates a cycle and writes its frame and its sample. */
async function published(folder: DataFolder): Promise<{ readonly frame: string; readonly sample: string }> {
  const { out } = await folder.run(['simulate', '--cases', '4', '--seed', '2', '--json']).ended;
  const { authority, cycles } = JSON.parse(out) as { authority: string; cycles: [{ id: string }] };
  const cycle = ['--authority', authority, '--cycle', cycles[0].id];
  await folder.run(['sample', '--export', folder.path, ...cycle]).ended;
  const read = (name: string): Promise<string> => readFile(join(folder.path, name), 'utf8');
  return { frame: await read('frame.json'), sample: await read('sample.json') };
}
