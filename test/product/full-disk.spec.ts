import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';
import { SmallDisk } from './small-disk.js';

const WORDS = ['simulate', '--cases', '12', '--seed', '8'];

describe('a data folder that cannot be made', () => {
  it('stops a start with a sentence that names it, and every verb in the same way', async () => {
    const folder = await DataFolder.make();
    const inTheWay = join(folder.path, 'file');
    await writeFile(inTheWay, '');
    for (const words of [['start'], WORDS, ['doctor']]) {
      const { code, out, err } = await folder.run(words, { TOUCHSTONE_DATA: join(inTheWay, 'data') }).ended;
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toMatch(
        /^The data folder .*file\/data cannot be made: .* Or name another folder in TOUCHSTONE_DATA\.$/m,
      );
    }
    await folder.remove();
  });
});

// A disk that is full cannot be had without the right to mount one, which root has on an ordinary machine.
if (await SmallDisk.isPossible()) {
  describe('on a disk that is full', () => {
    let disk: SmallDisk;
    let folder: DataFolder;
    beforeEach(async () => {
      disk = await SmallDisk.mount(160);
      folder = await DataFolder.make(disk.path);
    });
    afterEach(async () => {
      await folder.remove();
      await disk.remove();
    });

    it('a first start and later work stop with a clear error, lose nothing acknowledged, and go on once there is room', async () => {
      await disk.fill();
      const refused = await folder.run(['start']).ended;
      expect(refused).toMatchObject({ code: 3, out: '' });
      expect(refused.err).toMatch(/^The disk under .* is full\. Make room/m);
      expect(await readdir(folder.path)).not.toContain('postgres');
      await disk.makeRoom();

      const server = folder.run(['start']);
      const address = await server.address();
      const simulating = folder.run(WORDS);
      await simulating.says(/^Simulating: \d{2}/m);
      await disk.fill();
      const { code, out, err } = await simulating.ended;
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toMatch(/^The disk is full, .* Make room/m);
      const acknowledged = Number([...err.matchAll(/^Simulating: (\d+) of/gm)].at(-1)![1]);
      // More requests than the last page of the log has room for lines.
      for (let n = 0; n < 50; n += 1) await fetch(`${address}/v1/health/live`);
      expect((await fetch(`${address}/v1/health/live`)).ok).toBe(true);
      await disk.makeRoom();

      const again = await folder.run([...WORDS, '--json']).ended;
      expect(again.code).toBe(0);
      expect((JSON.parse(again.out) as { repeated: number }).repeated).toBeGreaterThanOrEqual(acknowledged);
      expect((await fetch(`${address}/v1/health/ready`)).ok).toBe(true);
      expect(await folder.run(['doctor']).ended).toMatchObject({ code: 0 });
      expect((await server.end()).code).toBe(0);
    });
  });
}
