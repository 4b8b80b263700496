import { withholdSmallCounts } from '#assurance-statistics';
import type { IsoDate } from '#audit-cycle';
import { isOverdue } from '../action-completion/figure.js';
import type { TrackedActionOfAudit } from '../action-completion/rows.js';
import { publishedRow, type HiddenInRow, type Kinds } from '../published-figures/published-row.js';
import {
  isWithheld,
  WITHHELD,
  type PublishedRow,
  type Withheld,
} from '../published-figures/published-table.js';
import type { ByCharacteristic, GroupOf } from './grades-by-characteristic.js';

/** `n` is how many were set. */
export interface ActionsRow extends PublishedRow {
  /** With those that are overdue. */
  readonly open: number | Withheld;
}

const STATES = ['open-in-time', 'overdue', 'reported-done', 'verified', 'cancelled'] as const;
type State = (typeof STATES)[number];
const KINDS: Kinds = STATES.map((state) => [state]);
const NOTHING: HiddenInRow = { counts: STATES.map(() => false), sum: false };
const EVERYTHING: HiddenInRow = { counts: STATES.map(() => true), sum: true };

/**
 * What became of the actions of a cycle, by group of the child. A group whose number of cases is not shown shows no action either,
 * however many there are: what those groups have together is what is left of the whole, and is guarded as one more group.
 */
export function actionsByCharacteristic(
  actions: readonly TrackedActionOfAudit[],
  groups: readonly string[],
  groupOf: GroupOf,
  grades: ByCharacteristic,
  { today, fewest }: { readonly today: IsoDate; readonly fewest: number },
): ByCharacteristic<ActionsRow> {
  const countsOf = (part: readonly TrackedActionOfAudit[]): readonly number[] => {
    const states = part.map((action) => stateOf(action, today));
    return STATES.map((state) => states.filter((one) => one === state).length);
  };
  const whole = actionsRow(null, countsOf(actions), NOTHING);
  if (isWithheld(grades.groups)) return { whole, groups: WITHHELD };
  const shown = new Set(grades.groups.filter(({ n }) => !isWithheld(n) && n > 0).map(({ group }) => group));
  const ownOf = (group: string): readonly TrackedActionOfAudit[] =>
    actions.filter(({ child }) => groupOf(child) === group);
  const together = actions.filter(({ child }) => !shown.has(groupOf(child)));
  const parts = [...groups.filter((group) => shown.has(group)).map(ownOf), together]
    .map(countsOf)
    .map((counts, at) => ({ group: [...groups.filter((one) => shown.has(one)), null][at]!, counts }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  const hidden = withholdSmallCounts(
    { counts: countsOf(actions), parts: parts.map(({ counts }) => ({ counts, parts: [] })) },
    fewest,
  );
  if (hidden === null) return { whole, groups: WITHHELD };
  const hiddenOf = (group: string): HiddenInRow => {
    if (!shown.has(group)) return together.length === 0 ? NOTHING : EVERYTHING;
    const at = parts.findIndex((part) => part.group === group);
    return at < 0 ? NOTHING : hidden[at]!;
  };
  return {
    whole,
    groups: groups.map((group) => actionsRow(group, countsOf(ownOf(group)), hiddenOf(group))),
  };
}

function actionsRow(group: string | null, counts: readonly number[], hidden: HiddenInRow): ActionsRow {
  const row = publishedRow(group, KINDS, counts, hidden);
  const parts = row.cells.slice(0, 2).map(({ count }) => count);
  const open = parts.every((count): count is number => !isWithheld(count)) ? parts : null;
  return { ...row, open: open === null ? WITHHELD : open.reduce((sum, count) => sum + count, 0) };
}

function stateOf(action: TrackedActionOfAudit, today: IsoDate): State {
  switch (action.status) {
    case 'open':
      return isOverdue(action, today) ? 'overdue' : 'open-in-time';
    case 'reported-done':
    case 'cancelled':
      return action.status;
    case 'verified-done':
    case 'verified-partly':
    case 'verified-not-done':
      return 'verified';
  }
}
