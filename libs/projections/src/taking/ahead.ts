/**
 * Hands on what comes, and fetches the next while whoever takes it is busy with the one before: one ahead and never more. An
 * error comes in its turn, after everything before it was taken. Ended early, it ends the source, and what was fetched is let go.
 */
export async function* ahead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item, void, void> {
  const items = source[Symbol.asyncIterator]();
  const fetch = (): Promise<IteratorResult<Item>> => {
    const next = items.next();
    // Heard of where it is awaited, which may be much later or never.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let next = fetch(); ;) {
      const item = await next;
      if (item.done === true) return;
      next = fetch();
      yield item.value;
    }
  } finally {
    await items.return?.();
  }
}
