import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';
import { SmallDisk } from './small-disk.js';

const WORDS = ['simulate', '--cases', '12', '--seed', '8'];

// A disk that is full cannot be had without the right to mount one, which root has on an ordinary machine.
if (await SmallDisk.isPossible()) {
  describe('on a disk of its own that is full', () => {
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

    it('work stops with a clear error, loses nothing that was acknowledged, and goes on once there is room', async () => {
      const server = folder.run(['start']);
      const address = await server.address();
      const simulating = folder.run(WORDS);
      await simulating.says(/^Simulating: /m);
      await disk.fill();
      const { code, out, err } = await simulating.ended;
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toMatch(/^The disk is full, .* Make room/m);
      const acknowledged = Number(/(\d+) of \d+ \([^)]*\)\n(?!Simulating)/.exec(err)?.[1]);
      expect(acknowledged).toBeGreaterThan(0);
      // More requests than the last page of its log has room for lines.
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

    it('a first start says so, leaves nothing half made, and works once there is room', async () => {
      await disk.fill();
      const { code, out, err } = await folder.run(['start']).ended;
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toMatch(/^The disk under .* is full\. Make room/m);
      expect(await readdir(folder.path)).not.toContain('postgres');
      await disk.makeRoom();
      const server = folder.run(['start']);
      expect((await fetch(`${await server.address()}/v1/health/ready`)).ok).toBe(true);
    });
  });
}
