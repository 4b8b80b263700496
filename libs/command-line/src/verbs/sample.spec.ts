import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Sample } from '#audit-cycle';
import { canonicalBytes, MemoryBlobStore } from '#event-log';
import type { AtATerminal } from '../testing/at-a-terminal.js';
import {
  AUTHORITY,
  importedCycle,
  LEAD,
  northshire,
  onCycle,
  plannedCycle,
  publishedSample,
} from '../testing/northshire.js';

let terminal: AtATerminal;
beforeEach(async () => {
  terminal = await northshire();
});

const draw = (cycle: string, ...more: readonly string[]): readonly string[] => [
  ...['sample', ...onCycle(cycle), '--as', LEAD, '--size', '6'],
  ...more,
];

describe('sample', () => {
  it('draws in proportion and says what the size buys', async () => {
    const { code, out } = await terminal.types(...draw(await importedCycle(terminal)));
    expect(code).toBe(0);
    expect(out).toMatch(/^6 of 30 children drawn$/m);
    expect(out).toMatch(/^ {2}child-in-need: 4 of 20 that could be drawn \(20 in the frame\)$/m);
    expect(out).toMatch(/^ {2}in-care: 2 of 10 /m);
    expect(out).toMatch(/^Seed seed-1$/m);
    expect(out).toMatch(/^\+\/- [\d.]+ points at 60 %/m);
  });

  it('says that a seed was supplied', async () => {
    const cycle = await importedCycle(terminal);
    const { out } = await terminal.types(...draw(cycle, '--seed', 'ours', '--minimum', '3'));
    expect(out).toMatch(/^Seed ours \(supplied, not drawn by the server\)$/m);
    expect(out).toMatch(/^ {2}in-care: 3 of 10 /m);
  });

  it('tells machines sample and precision in one document', async () => {
    const { document } = await terminal.typesForJson(...draw(await importedCycle(terminal)));
    expect(document).toMatchObject({
      // As many from each cohort as the cycle's policy asks for.
      sample: { method: 'sha256-order-1', size: 6, seedSource: 'server', minimumPerStratum: 1 },
      precision: { drawn: 6, outOf: 30 },
    });
  });

  it('is drawn again only with a reason', async () => {
    const cycle = await importedCycle(terminal);
    await terminal.types(...draw(cycle));
    expect((await terminal.types(...draw(cycle))).code).toBe(1);
    const again = await terminal.types(...draw(cycle, '--redraw-reason', 'The lists were of last month.'));
    expect(again.out).toMatch(/^Seed seed-\d$/m);
    expect(again.code).toBe(0);
  });

  it.each([
    ['larger than the population', ['--size', '31'], 'sample-too-large'],
    [
      'drawn by somebody who does not work there',
      ['--as', '00000000-0000-4000-8000-00000000dead'],
      'person-unknown',
    ],
  ])('%s is refused and records nothing', async (_, words, refused) => {
    const cycle = await importedCycle(terminal);
    const before = await terminal.stores.log.head(AUTHORITY);
    expect(await terminal.typesForJson(...draw(cycle, ...words))).toMatchObject({
      code: 1,
      err: '',
      document: { refused: { code: refused } },
    });
    expect(await terminal.stores.log.head(AUTHORITY)).toBe(before);
  });
});

describe('sample --check of a cycle', () => {
  it('draws it again from what is stored, and it is the same', async () => {
    const cycle = await publishedSample(terminal);
    expect(await terminal.typesForJson('sample', '--check', ...onCycle(cycle))).toMatchObject({
      code: 0,
      document: { same: true, cases: 6 },
    });
  });

  it.each(['--check', '--export=out'])('%s has nothing to do where nothing was drawn', async (word) => {
    const { code, err } = await terminal.types('sample', word, ...onCycle(await plannedCycle(terminal)));
    expect(code).toBe(1);
    expect(err).toContain('Refused (not-found)');
  });

  it.each(['--check', '--export=out'])('%s says so when the frame is gone', async (word) => {
    const cycle = await publishedSample(terminal);
    terminal.through = (one) => ({ ...one, blobs: new MemoryBlobStore() });
    const { code, err } = await terminal.types('sample', word, ...onCycle(cycle));
    expect(code).toBe(1);
    expect(err).toContain('Refused (frame-missing)');
  });
});

describe('sample --check of two files', () => {
  const FILES = ['sample', '--check', '--frame', 'out/frame.json', '--sample', 'out/sample.json'];
  let published: Sample;
  beforeEach(async () => {
    await publishedSample(terminal);
    published = JSON.parse(terminal.reads('out/sample.json')) as Sample;
    terminal.open = () => Promise.reject(new Error('it was opened'));
  });

  it('needs no Touchstone at all: it is the same', async () => {
    const { code, out, err } = await terminal.types(...FILES);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^The same: 6 cases, drawn again/);
  });

  it('takes a sample whose members are written in another order and otherwise spaced', async () => {
    const reversed = Object.fromEntries(Object.entries(published).reverse());
    terminal.writes('out/sample.json', JSON.stringify(reversed, null, 4));
    expect(terminal.reads('out/sample.json')).not.toBe(Buffer.from(canonicalBytes(published)).toString());
    expect((await terminal.types(...FILES)).code).toBe(0);
  });

  it.each<[string, (sample: Sample) => unknown]>([
    ['another seed', (sample) => ({ ...sample, seed: `${sample.seed}0` })],
    ['another size', (sample) => ({ ...sample, size: 7 })],
    ['a size larger than the frame', (sample) => ({ ...sample, size: 31 })],
    ['one stratum fewer', (sample) => ({ ...sample, strata: sample.strata.slice(1) })],
    ['one child in place of another', (sample) => ({ ...sample, strata: sample.strata.map(swapped) })],
    ['the same children in another order', (sample) => ({ ...sample, strata: sample.strata.map(turned) })],
    [
      'a child left out beforehand',
      (sample) => ({ ...sample, exclusions: [{ reasonCode: 'outside-scope', indices: [0] }] }),
    ],
  ])('finds %s: not the same, exit 1', async (_, changed) => {
    terminal.writes('out/sample.json', JSON.stringify(changed(published)));
    const { code, out } = await terminal.types(...FILES);
    expect(code).toBe(1);
    expect(out).toMatch(/^NOT the same\. /);
    expect(await terminal.typesForJson(...FILES)).toMatchObject({ code: 1, document: { same: false } });
  });

  it('finds another frame by its digest, were it only a space', async () => {
    terminal.writes('out/frame.json', `${terminal.reads('out/frame.json')} `);
    const { code, out } = await terminal.types(...FILES);
    expect(code).toBe(1);
    expect(out).toContain(`the sample was drawn from ${published.frame}`);
  });

  it.each([
    ['a frame cut off', 'out/frame.json', '{"asAt":"2026-', 'not-json'],
    ['a sample cut off', 'out/sample.json', '{"drawnOn"', 'not-json'],
    ['an empty file', 'out/sample.json', '', 'not-json'],
    ['a file of something else', 'out/sample.json', '[]', 'not-a-sample'],
    ['null', 'out/sample.json', 'null', 'not-a-sample'],
    ['a frame without entries', 'out/frame.json', '{"asAt":"2026-02-28"}', 'not-a-frame'],
  ])('refuses %s in words and not by a stack', async (_, file, content, refused) => {
    terminal.writes(file, content);
    const { code, out, err } = await terminal.types(...FILES);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^Refused \\(${refused}\\): ${file} [^\\n]*\\n$`));
  });

  it('refuses two files given for each other, and one that is not there', async () => {
    const files = (frame: string, sample: string): Promise<{ readonly err: string }> =>
      terminal.types('sample', '--check', '--frame', frame, '--sample', sample);
    expect((await files('out/sample.json', 'out/frame.json')).err).toContain('not-a-frame');
    expect((await files('out/frame.json', 'gone.json')).err).toContain('there is no such file');
  });
});

type Stratum = Sample['strata'][number];

/** The last of those chosen gives way to somebody who was not. */
function swapped({ chosen, ...stratum }: Stratum, n: number): Stratum {
  const other = Array.from({ length: 30 }, (_, index) => index).find((index) => !chosen.includes(index))!;
  return { ...stratum, chosen: n === 0 ? [...chosen.slice(0, -1), other] : chosen };
}

const turned = ({ chosen, ...stratum }: Stratum): Stratum => ({ ...stratum, chosen: [...chosen].reverse() });
