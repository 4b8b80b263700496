import {
  CHARACTERISTIC_GROUPS,
  knownCharacteristics,
  type Characteristic,
  type CharacteristicsList,
  type IsoDate,
} from '#audit-cycle';
import type { TrackedActionOfAudit } from '../action-completion/rows.js';
import type { CycleSummary } from '../cycle-summary.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import type { Withheld } from '../published-figures/published-table.js';
import { actionsByCharacteristic, type ActionsRow } from './actions-by-characteristic.js';
import { gradesByCharacteristic, type ByCharacteristic } from './grades-by-characteristic.js';
import { shownAsKnown } from './shown-as-known.js';

/**
 * Grades and actions of a closed cycle by one characteristic of children. Every figure is of the whole cycle: there are no filters, so that no
 * two answers can be taken from each other. The tables of the three characteristics share their totals and nothing else: tables that fit
 * the totals one by one always fit together, so that who has all three knows of each what it tells alone.
 */
export interface EqualityFigures {
  readonly characteristic: Characteristic;
  /** What the frame's own list says. */
  readonly list: {
    readonly asAt: IsoDate;
    readonly children: number;
    /** Of how many of them this characteristic is known; withheld where it would give away what is withheld of the groups. */
    readonly known: number | Withheld;
  };
  /** A count from 1 to below this is withheld, with as many others as it takes. */
  readonly fewestPublished: number;
  /** The day in London that overdue was judged on. */
  readonly today: IsoDate;
  readonly grades: ByCharacteristic;
  readonly actions: ByCharacteristic<ActionsRow>;
}

export interface EqualityCases {
  readonly cycle: Pick<CycleSummary, 'fewest'>;
  /** As the closing left them, withdrawn ones included. */
  readonly audits: readonly GradedAudit[];
  readonly actions: readonly TrackedActionOfAudit[];
}

/** A child whom the list does not tell of, such as one who was added by hand, is not known. */
export function equalityFigures(
  { cycle, audits, actions }: EqualityCases,
  list: CharacteristicsList,
  characteristic: Characteristic,
  today: IsoDate,
): EqualityFigures {
  const groups: readonly string[] = CHARACTERISTIC_GROUPS[characteristic];
  const known = new Map(list.children.map((child) => [child.child, child[characteristic]]));
  const groupOf = (child: string): string => known.get(child) ?? 'not-known';
  const fewest = cycle.fewest.fewestPublished;
  const grades = gradesByCharacteristic(audits, groups, groupOf, fewest);
  const children = list.children.length;
  return {
    characteristic,
    list: {
      asAt: list.asAt,
      children,
      known: shownAsKnown({ children, known: knownCharacteristics(list)[characteristic] }, grades, fewest),
    },
    fewestPublished: fewest,
    today,
    grades,
    actions: actionsByCharacteristic(actions, groups, groupOf, grades, { today, fewest }),
  };
}
