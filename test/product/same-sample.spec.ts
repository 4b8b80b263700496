import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';

let here: DataFolder;
let elsewhere: DataFolder;
beforeEach(async () => {
  [here, elsewhere] = [await DataFolder.make(), await DataFolder.make()];
});
afterEach(async () => {
  await here.remove();
  await elsewhere.remove();
});

describe('the same frame and the same seed', () => {
  it('draw the same sample in another process, which has two files and no record', async () => {
    const { out } = await here.run(['simulate', '--cases', '4', '--seed', '2', '--json']).ended;
    const { authority, cycles } = JSON.parse(out) as { authority: string; cycles: [{ id: string }] };
    const cycle = ['--authority', authority, '--cycle', cycles[0].id];
    expect((await here.run(['sample', '--export', here.path, ...cycle]).ended).code).toBe(0);

    const files = ['--frame', join(here.path, 'frame.json'), '--sample', join(here.path, 'sample.json')];
    const checked = await elsewhere.run(['sample', '--check', ...files]).ended;
    expect(checked).toMatchObject({ code: 0, out: expect.stringMatching(/^The same: 4 cases, /), err: '' });
    expect(await elsewhere.postgres()).toBeUndefined();
  });
});
