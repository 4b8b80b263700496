import { parseStreamName, type LogPage, type RecordedEvent } from '#event-log';
import type { View, ViewEvent } from '#views';
import { ahead } from './ahead.js';
import { Folding } from './folding.js';
import { PoisonEvent } from './poison-event.js';
import { toViewEvent } from './to-view-event.js';
import type { Batch, Generation, ViewStore } from './view-store.js';

export interface Taking {
  readonly store: ViewStore;
  readonly view: View;
  readonly authority: string;
  readonly generation: Generation;
  /** Pages of the log behind the generation's position, until the signal is aborted. */
  readonly pages: (signal: AbortSignal) => AsyncIterable<LogPage>;
}

/** A page that was applied. */
export interface Taken {
  /** How much of the log the rows tell of now. */
  readonly position: bigint;
  /** How many events there were on it. */
  readonly events: number;
}

/**
 * Takes pages, and tells of each that was applied. While a page is applied, the next is folded and the one behind it is
 * read, so that this process and the database work at the same time; no more than that is held. It ends with the pages, or where
 * somebody else has moved the generation on: look again where it stands.
 * @throws PoisonEvent for an event that the view cannot take, after everything before it was applied: the checkpoint then
 * stands right before it.
 */
export async function* takePages(taking: Taking): AsyncGenerator<Taken, void, void> {
  const over = new AbortController();
  const pages = ahead(taking.pages(over.signal));
  const batches = ahead(foldedPages(taking, pages));
  try {
    for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
      const { batch, events, poison } = next.value;
      if (batch.through > batch.after) {
        if ((await taking.store.apply(batch)) === 'stale') return;
        yield { position: batch.through, events };
      }
      if (poison !== null) throw poison;
    }
  } finally {
    over.abort();
    await batches.return();
    await pages.return();
  }
}

interface FoldedPage {
  readonly batch: Batch;
  readonly events: number;
  readonly poison: PoisonEvent | null;
}

async function* foldedPages(
  { store, view, authority, generation: { number: generation, position } }: Taking,
  pages: AsyncGenerator<LogPage, void, void>,
): AsyncGenerator<FoldedPage, void, void> {
  const folding = new Folding(view);
  let after = position;
  // Neither this nor `takePages` loops by `for await`: that would wait for the pages to end before they are told to.
  for (let next = await pages.next(); next.done !== true; next = await pages.next()) {
    const { events: recorded, through: end } = next.value;
    const { events, unknown } = understood(view, recorded);
    const page = folding.page(events);
    if (page.unknown.length > 0) page.learn(await store.load(view, authority, generation, page.unknown));
    const { poison: refused, ...folded } = page.fold();
    const poison = refused ?? unknown;
    const through = poison === null ? end : poison.at.position - 1n;
    const batch = { view, authority, generation, after, through, ...folded };
    yield { batch, events: recorded.length, poison };
    if (poison !== null) return;
    after = through;
  }
}

/** The events up to the first that this program cannot read, and that one. */
function understood(
  view: View,
  recorded: readonly RecordedEvent[],
): { readonly events: readonly ViewEvent[]; readonly unknown: PoisonEvent | null } {
  const events: ViewEvent[] = [];
  for (const event of recorded) {
    try {
      events.push(toViewEvent(event));
    } catch (error) {
      return { events, unknown: unreadable(view, event, error) };
    }
  }
  return { events, unknown: null };
}

function unreadable(view: View, { header, revision, position }: RecordedEvent, cause: unknown): PoisonEvent {
  const { kind, id } = parseStreamName(header.stream);
  const at = { id: header.id, type: header.type, stream: `${kind}-${id}`, revision, position };
  return new PoisonEvent(view.name, at, cause);
}
