import { describe, expect, it } from '@jest/globals';
import type { CharacteristicsList } from '#audit-cycle';
import { MemoryBlobStore } from '#event-log';
import { characteristicsInMemory } from './testing.js';

const [CYCLE, OTHER] = ['c1', 'c2'].map((id) => `00000000-0000-4000-8000-0000000000${id}`) as [
  string,
  string,
];
const LIST: CharacteristicsList = {
  asAt: '2026-02-28',
  children: [{ child: 'C-1', ethnicity: 'asian', age: '5-9', disability: 'yes' }],
};

describe('what the lists say of children', () => {
  it('is kept sealed, the same list under the same digest, and opened as it was', async () => {
    const stored = new MemoryBlobStore();
    const characteristics = characteristicsInMemory(stored);
    const digest = await characteristics.keep('shire', CYCLE, LIST);
    expect(await characteristics.keep('shire', CYCLE, LIST)).toBe(digest);
    const bytes = Buffer.from((await stored.get('shire', digest))!);
    for (const word of ['C-1', 'asian', 'ethnicity']) expect(bytes.includes(word)).toBe(false);
    expect(await characteristics.open('shire', CYCLE, digest)).toEqual(LIST);
  });

  it('is not opened for another cycle, nor where it is gone', async () => {
    const characteristics = characteristicsInMemory();
    const digest = await characteristics.keep('shire', CYCLE, LIST);
    await expect(characteristics.open('shire', OTHER, digest)).rejects.toThrow(/cannot be opened/);
    await expect(characteristics.open('county', CYCLE, digest)).rejects.toThrow(/restore it from a backup/);
  });
});
