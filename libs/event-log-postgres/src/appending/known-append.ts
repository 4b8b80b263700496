import type { Append } from '#event-log';

/** An append and the kind of its stream. */
export interface KnownAppend extends Append {
  readonly kind: string;
}
