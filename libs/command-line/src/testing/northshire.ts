import { randomUUID } from 'node:crypto';
import type { Order, PersonCommand, PlanCycle } from '#audit-cycle';
import { generateAnnexA, writeWorkbook } from '#annex-a';
import { corePracticeAuditId, setUpAuthority } from '#authority-setup';
import { AtATerminal } from './at-a-terminal.js';

export const AUTHORITY = 'northshire';
/** The one person of Northshire, who leads its quality assurance. */
export const LEAD = '00000000-0000-4000-8000-000000000001';
/** The lists in `lists.xlsx`: 20 children in need and 10 in care, and the two workers who have them. */
export const AS_AT = '2026-02-28';
export const CHILDREN = { childInNeed: 20, childProtection: 0, inCare: 10, careExperienced: 0 };
export const WORKERS = ['Ann Ash', 'Bo Birch'];

/** A terminal at Northshire: set up, with its lead, and with its lists in the file `lists.xlsx`. */
export async function northshire(): Promise<AtATerminal> {
  const terminal = new AtATerminal();
  const touchstone = terminal.stores.opening();
  await setUpAuthority(touchstone.gateway, { authority: AUTHORITY, name: 'Northshire', clock: 'real' });
  await touchstone.close();
  for (const command of [
    { type: 'Join', on: '2026-01-05' },
    { type: 'GiveRoles', roles: ['qa-lead'] },
  ] satisfies readonly PersonCommand[])
    await done(terminal, { kind: 'person', id: LEAD, command });
  const workbook = generateAnnexA({
    ...{ seed: 1, asAt: AS_AT, cohorts: CHILDREN },
    teams: [{ name: 'North', workers: WORKERS }],
  });
  terminal.writes('lists.xlsx', await writeWorkbook(workbook));
  return terminal;
}

/** Plans a cycle without a population, of another kind or for other cohorts if that is said, and answers with its id. */
export async function plannedCycle(
  terminal: AtATerminal,
  unlike: Partial<Pick<PlanCycle, 'kind' | 'cohorts'>> = {},
): Promise<string> {
  const id = randomUUID();
  const command: PlanCycle = {
    type: 'PlanCycle',
    title: 'Core audit, March and April 2026',
    kind: 'core',
    period: { from: '2026-03-01', to: '2026-04-30' },
    cohorts: ['child-in-need', 'in-care'],
    linesOfEnquiry: [],
    tool: { id: corePracticeAuditId(AUTHORITY), version: 1 },
    targetSize: 6,
    ...unlike,
  };
  await done(terminal, { kind: 'cycle', id, command });
  return id;
}

/** The words that say who does it to which cycle. */
export const onCycle = (cycle: string): readonly string[] => ['--authority', AUTHORITY, '--cycle', cycle];

/** A cycle whose population is the lists. */
export async function importedCycle(terminal: AtATerminal): Promise<string> {
  const id = await plannedCycle(terminal);
  const words = ['import', 'lists.xlsx', '--as-at', AS_AT, ...onCycle(id), '--as', LEAD];
  const { code, err } = await terminal.types(...words);
  if (code !== 0) throw new Error(err);
  return id;
}

/** A cycle with a sample of 6, written to `out/frame.json` and `out/sample.json`. */
export async function publishedSample(terminal: AtATerminal): Promise<string> {
  const id = await importedCycle(terminal);
  for (const words of [
    ['--size', '6', '--as', LEAD],
    ['--export', 'out'],
  ]) {
    const { code, err } = await terminal.types('sample', ...onCycle(id), ...words);
    if (code !== 0) throw new Error(err);
  }
  return id;
}

async function done({ stores }: AtATerminal, order: Order): Promise<void> {
  const touchstone = stores.opening();
  const answer = await touchstone.gateway.execute({
    ...{ authority: AUTHORITY, order, commandId: randomUUID() },
    actor: { person: LEAD, roles: ['qa-lead', 'administrator'] },
  });
  await touchstone.close();
  if (!answer.ok) throw new Error(`${order.command.type} was refused: ${answer.refusal.message}`);
}
