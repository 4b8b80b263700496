import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult, IViolation } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const ROOT = join(import.meta.dirname, '../..');
const FIXTURES = join(import.meta.dirname, 'fixtures');
/** The one fixture without a fault: the imports that the rules must let through. */
const ALLOWED = 'allowed';

const options = await extractDepcruiseOptions(join(ROOT, '.dependency-cruiser.mjs'));
const rules = (options.ruleSet?.forbidden ?? []).map((rule) => rule.name ?? 'a rule without a name');
const fixtures = await readdir(FIXTURES);

async function violationsIn(baseDir: string): Promise<readonly IViolation[]> {
  const roots = (await readdir(baseDir)).filter((name) => ['apps', 'libs', 'test'].includes(name));
  const settings: ICruiseOptions = { ...options, baseDir, validate: true };
  const { output } = await cruise(roots, settings);
  return (output as ICruiseResult).summary.violations;
}

/** Which file broke which rule, each pair once. */
function broken(violations: readonly IViolation[]): readonly string[] {
  return [...new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort();
}

describe('the import rules', () => {
  let workspace: string;

  beforeAll(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'import-rules-'));
  });
  afterAll(async () => {
    await rm(workspace, { recursive: true, force: true });
  });

  /** A fixture stands where a checkout would: with our package.json above it and our packages beside it. */
  async function checkOut(fixture: string): Promise<string> {
    const tree = join(workspace, fixture);
    await cp(join(FIXTURES, fixture), tree, { recursive: true });
    await cp(join(ROOT, 'package.json'), join(tree, 'package.json'));
    await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
    return tree;
  }

  it('have a fixture each, and no fixture is left over from a rule that is gone', () => {
    expect([...fixtures].sort()).toEqual([...rules, ALLOWED].sort());
  });

  it.each(rules)('%s: turns down every forbidden file of its fixture, by this rule alone', async (rule) => {
    const files = await readdir(join(FIXTURES, rule), { recursive: true });
    const forbidden = files.filter((file) => /^forbidden.*\.ts$/.test(basename(file)));
    expect(forbidden.length).toBeGreaterThan(0);
    const violations = await violationsIn(await checkOut(rule));
    expect(broken(violations)).toEqual(forbidden.map((file) => `${rule}: ${file}`).sort());
  });

  it('let through what the architecture allows', async () => {
    expect(broken(await violationsIn(await checkOut(ALLOWED)))).toEqual([]);
  });

  it('say why, in a sentence', () => {
    for (const rule of options.ruleSet?.forbidden ?? []) expect(rule.comment).toMatch(/^[A-Z].+\.$/);
  });

  it('are kept by the whole tree', async () => {
    expect(broken(await violationsIn(ROOT))).toEqual([]);
  }, 60_000);
});
