import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MEGABYTE = Buffer.alloc(1024 * 1024);

/** A disk of its own in memory, which a test can fill to the last byte. Only where this account may mount one. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  static async mount(megabytes: number): Promise<SmallDisk> {
    const path = await mkdtemp(join(tmpdir(), 'touchstone-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', path]);
    return new SmallDisk(path);
  }

  static async isPossible(): Promise<boolean> {
    try {
      await (await SmallDisk.mount(1)).remove();
      return true;
    } catch {
      return false;
    }
  }

  /** Leaves no room at all. */
  async fill(): Promise<void> {
    const ballast = await open(this.ballast, 'a');
    try {
      for (const chunk of [MEGABYTE, MEGABYTE.subarray(0, 4096), MEGABYTE.subarray(0, 1)]) {
        while (await written(ballast, chunk));
      }
    } finally {
      await ballast.close();
    }
  }

  async makeRoom(): Promise<void> {
    await rm(this.ballast);
  }

  async remove(): Promise<void> {
    await run('umount', [this.path]);
    await rmdir(this.path);
  }

  private get ballast(): string {
    return join(this.path, 'ballast');
  }
}

async function written(file: Awaited<ReturnType<typeof open>>, chunk: Uint8Array): Promise<boolean> {
  try {
    await file.writeFile(chunk);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOSPC') return false;
    throw error;
  }
}
