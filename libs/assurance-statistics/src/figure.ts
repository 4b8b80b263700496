/**
 * A figure, or the reason why there is none. Nothing here answers NaN, and nothing answers 0 or 1 where the
 * honest answer is that the figure does not exist.
 */
export type Figure<Value, Reason extends string> =
  { readonly value: Value } | { readonly value: null; readonly reason: Reason };
