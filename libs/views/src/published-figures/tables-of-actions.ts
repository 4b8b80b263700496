import { ACTION_STATUSES, type ActionStatus } from '#audit-cycle';
import { publishParts, type Level } from './publish-parts.js';
import { publishWhole } from './publish-whole.js';
import { WITHHELD, type PublishedTable } from './published-table.js';

/** An action as its tables count it. */
export interface PublishedAction {
  readonly status: ActionStatus;
  /** Of the child; null where it is not known. */
  readonly cohort: string | null;
  /** That is to carry it out. */
  readonly team: string | null;
  readonly priority: string;
}

const DIVISIONS = [
  { table: 'actions-by-cohort', by: 'cohort' },
  { table: 'actions-by-team', by: 'team' },
  { table: 'actions-by-priority', by: 'priority' },
] as const satisfies readonly Level[];

/** What became of the actions of a cycle until its findings were published, in all and by groups. No policy lets their small counts stay. */
export function tablesOfActions(
  actions: readonly PublishedAction[],
  fewest: number,
): readonly PublishedTable[] {
  const counts = ACTION_STATUSES.map((status) => actions.filter((one) => one.status === status).length);
  const { row, kinds } = publishWhole(null, ACTION_STATUSES, counts, fewest, 'nothing');
  return [
    { table: 'actions', rows: [row] },
    ...DIVISIONS.flatMap((level): readonly PublishedTable[] =>
      kinds === null
        ? [{ table: level.table, ...WITHHELD }]
        : publishParts(
            [level],
            kinds,
            actions.map(({ status, ...groups }) => ({ kind: status, groups })),
            fewest,
          ),
    ),
  ];
}
