import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { CODES_BY_STATUS, knowsRefusal, REFUSAL_STATUSES, statusOf } from './refusal-status.js';

const LIBRARIES = new URL('../../../../', import.meta.url);

/** The product's own source of a library, specs and test helpers left out. */
const sourceOf = (library: string): string => {
  const folder = fileURLToPath(new URL(`${library}/src/`, LIBRARIES));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|(^|\/)testing/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
};

const found = (text: string, ...patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));

/** Every code that a source may refuse with: written out, put together (`already-${done}`), or listed as a type. */
const codesOfTheDomain = (): ReadonlySet<string> => {
  const domain = sourceOf('audit-cycle');
  const way = found(
    domain,
    /^ {2}'?(?:selected|allocated|in-progress|graded|moderated|disputed|settled)'?: '([a-z]+)',$/gm,
  );
  expect(way).toEqual(['allocated', 'started', 'graded', 'moderated', 'disputed', 'settled', 'finalised']);
  const conflicts = found(domain, /^ {2}'([a-z]+-[a-z]+)':\s+'(?:This person|A tie)/gm);
  const written = found(domain, /\brefuse\(\s*'([a-z-]+)'/g);
  const elsewhere = found(
    sourceOf('capture') + sourceOf('population'),
    /\bcode: '([a-z]+(?:-[a-z]+)+)'/g,
    /\bProblem\(\s*422,\s*'([a-z-]+)'/g,
  );
  const annexA = readFileSync(fileURLToPath(new URL('annex-a/src/refusal.ts', LIBRARIES)), 'utf8');
  return new Set([
    ...written,
    ...conflicts,
    ...way.flatMap((done) => [`already-${done}`, `not-${done}`]).filter((code) => code !== 'not-settled'),
    'already-withdrawn',
    ...elsewhere,
    ...found(annexA, /^ {2}\| '([a-z-]+)'/gm),
  ]);
};

describe('the table from refusals to answers', () => {
  it('knows every code that the domain, the import and the draw can refuse with, and no other', () => {
    const codes = codesOfTheDomain();
    expect(codes.size).toBeGreaterThan(120);
    expect([...codes].filter((code) => !knowsRefusal(code))).toEqual([]);
    const listed = REFUSAL_STATUSES.flatMap((status) => [...CODES_BY_STATUS[status]]);
    expect(listed.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('lists each code once', () => {
    const listed = REFUSAL_STATUSES.flatMap((status): string[] => [...CODES_BY_STATUS[status]]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('answers a code of tomorrow as a refusal of what was asked for', () => {
    expect(statusOf('of-tomorrow')).toBe(422);
  });
});
