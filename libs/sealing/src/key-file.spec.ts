import { chmod, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rootKeyFromFile, type KnownKey } from './key-file.js';
import { KeyProblem } from './key-problem.js';

class Remembered implements KnownKey {
  kept: string | null = null;

  async fingerprint(): Promise<string | null> {
    return this.kept;
  }

  async remember(fingerprint: string): Promise<string> {
    return (this.kept ??= fingerprint);
  }
}

let folder: string;
let path: string;
let known: Remembered;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-key-'));
  path = join(folder, 'root.key');
  known = new Remembered();
});
afterEach(() => rm(folder, { recursive: true }));

const problemWith = async (from = path): Promise<unknown> => {
  const error: unknown = await rootKeyFromFile(from, known).then(
    () => 'a key',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof KeyProblem)) return error;
  const onDisk = await readFile(from, 'utf8').catch(() => 'nothing');
  expect(error.message).toContain(from);
  expect(error.message).not.toContain(onDisk.trim() || 'nothing');
  return error.code;
};

describe('the key file', () => {
  it('is made at the first start, for its owner alone, and is the same afterwards', async () => {
    const first = await rootKeyFromFile(path, known);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['root.key']);
    expect(await rootKeyFromFile(path, known)).toEqual(first);
    expect(known.kept).toBe(first.fingerprint);
  });

  it('is one for all who start at the same moment', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => rootKeyFromFile(path, known)));
    expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['root.key']);
  });

  it('is not made anew where it was lost', async () => {
    await rootKeyFromFile(path, known);
    await unlink(path);
    expect(await problemWith()).toBe('lost');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not another one than before', async () => {
    await rootKeyFromFile(path, known);
    await writeFile(path, `${'ab'.repeat(32)}\n`);
    expect(await problemWith()).toBe('other');
  });

  it.each(['', 'a secret', 'AB'.repeat(32), 'ab'.repeat(31), 'ab'.repeat(33)])(
    'holds a key and nothing else: %j',
    async (text) => {
      await writeFile(path, text, { mode: 0o600 });
      expect(await problemWith()).toBe('not-a-key');
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );

  it.each([0o640, 0o604, 0o620])('is not to be had by others: mode %o', async (mode) => {
    await rootKeyFromFile(path, known);
    await chmod(path, mode);
    expect(await problemWith()).toBe('open-to-others');
  });

  it('makes its folder, and is named where there cannot be one', async () => {
    const inside = join(folder, 'new', 'root.key');
    expect((await rootKeyFromFile(inside, known)).fingerprint).toBe(known.kept);
    expect(await problemWith(join(inside, 'root.key'))).toBe('unreadable');
    expect(await problemWith(folder)).toMatch(/^(open-to-others|unreadable)$/);
  });
});
