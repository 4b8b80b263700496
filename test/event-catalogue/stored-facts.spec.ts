import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

/** What takes facts or narrative out of a record, and what brings them to the shape of today. */
const READS = /\b(?:factsOf|narrativeOf)\b/;
const UPCASTS = /\b(?:upcast|viewEvent)\(/;

it('stored facts are brought to the shape of today in every file of the product that reads them', async () => {
  const all = await Promise.all(
    ['apps', 'libs'].map((folder) =>
      readdir(join(ROOT, folder), { recursive: true }).then((paths) =>
        paths.map((path) => join(folder, path)),
      ),
    ),
  );
  const product = all
    .flat()
    .filter(
      (path) => path.endsWith('.ts') && !/\.spec\.ts$|\/testing(\.ts$|\/)|^libs\/event-log\//.test(path),
    );
  const sources = await Promise.all(
    product.map(async (path) => [path, await readFile(join(ROOT, path), 'utf8')] as const),
  );
  const reading = sources.filter(([, text]) => READS.test(text));
  expect(reading.length).toBeGreaterThan(4);
  expect(reading.flatMap(([path, text]) => (UPCASTS.test(text) ? [] : [path]))).toEqual([]);
});
