import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const LIBS = join(import.meta.dirname, '../../libs');
const CLASS = /^(?:export )?(?:abstract )?class (\w+)/gm;

it('no two classes of the product have one name: the description of the API knows bodies and operations by it', async () => {
  const files = (await readdir(LIBS, { recursive: true })).filter(
    (path) => path.endsWith('.ts') && !/\.spec\.ts$|\/testing(?:\.ts$|\/)/.test(path),
  );
  const places = new Map<string, string[]>();
  for (const path of files) {
    for (const [, name] of (await readFile(join(LIBS, path), 'utf8')).matchAll(CLASS)) {
      places.set(name!, [...(places.get(name!) ?? []), path]);
    }
  }
  expect(places.size).toBeGreaterThan(200);
  expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
});
