import type { StreamKind } from '#audit-cycle';
import type { TableFold, ViewEvent, ViewEventNamed } from './view.js';

/** What each type of event does to a row; types that are not named leave it as it is. */
type Changes<Row> = {
  readonly [Type in ViewEvent['type']]?: (row: Row, event: ViewEventNamed<Type>) => Row;
};

/** A table of fact rows: one row per stream of one kind, begun by one type of event and changed by others. */
export function versionsTable<Row extends { readonly id: string }, First extends ViewEvent['type']>(
  table: string,
  kind: StreamKind,
  first: First,
  begin: (event: ViewEventNamed<First>) => Row,
  changes: Changes<Row>,
): TableFold<Row> {
  const isFirst = (event: ViewEvent): event is ViewEventNamed<First> => event.type === first;
  return {
    table,
    keeps: 'versions',
    kinds: [kind],
    fold: (row, event) => {
      if (row !== null) {
        const change = changes[event.type] as ((row: Row, event: ViewEvent) => Row) | undefined;
        return change === undefined ? row : change(row, event);
      }
      if (!isFirst(event))
        throw new Error(
          `The stream ${kind}-${event.stream.id} begins with ${event.type} and not with ${first}`,
        );
      return begin(event);
    },
  };
}
