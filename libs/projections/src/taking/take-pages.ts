import { parseStreamName, type LogPage, type RecordedEvent } from '#event-log';
import type { View, ViewEvent } from '#views';
import { ahead } from './ahead.js';
import { Folding } from '../folding/folding.js';
import type { LogPages } from './log-pages.js';
import { PoisonEvent } from '../stops/poison-event.js';
import { toViewEvent } from './to-view-event.js';
import type { Batch, Generation, ViewStore } from '../view-store.js';

export interface Taking {
  readonly store: ViewStore;
  readonly view: View;
  readonly authority: string;
  readonly generation: Generation;
  /** Events after which a batch is applied although the log has more. */
  readonly batchSize: number;
  readonly pages: LogPages;
  /** What to read: everything there is, or whatever comes after it too. */
  readonly to: 'end' | 'never';
  readonly signal: AbortSignal;
}

/** A batch that was applied. */
export interface Taken {
  /** How much of the log the rows tell of now. */
  readonly position: bigint;
  /** Whether the log had no more when the batch was read. */
  readonly isLast: boolean;
}

/**
 * Takes what the log holds behind a generation, and tells of each batch that was applied. While one is applied, the next is folded and
 * the page behind it is read, so that this process and the database work at the same time; no more than that is held. It ends with the
 * pages, or where somebody else has moved the generation on: look again where it stands.
 * @throws PoisonEvent for an event that the view cannot take, after everything before it was applied: the checkpoint then
 * stands right before it.
 */
export async function* takePages(taking: Taking): AsyncGenerator<Taken, void, void> {
  const over = new AbortController();
  const signal = AbortSignal.any([taking.signal, over.signal]);
  const from = taking.generation.position;
  const pages = ahead(
    taking.to === 'end' ? taking.pages.rest(from, signal) : taking.pages.from(from, signal),
  );
  const batches = ahead(foldedBatches(taking, pages));
  try {
    for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
      const { batch, isLast, poison } = next.value;
      if (batch.through > batch.after) {
        if ((await taking.store.apply(batch)) === 'stale') return;
        yield { position: batch.through, isLast };
      }
      if (poison !== null) throw poison;
    }
  } finally {
    over.abort();
    await batches.return();
    await pages.return();
  }
}

interface FoldedBatch {
  readonly batch: Batch;
  readonly isLast: boolean;
  readonly poison: PoisonEvent | null;
}

async function* foldedBatches(
  {
    store,
    view,
    authority,
    generation: { number: generation, position },
    batchSize,
    pages: { isLast },
  }: Taking,
  pages: AsyncGenerator<LogPage, void, void>,
): AsyncGenerator<FoldedBatch, void, void> {
  const folding = new Folding(view);
  let changes = folding.batch();
  let after = position;
  let size = 0;
  // Neither this nor `takePages` loops by `for await`: that would wait for the pages to end before they are told to.
  for (let next = await pages.next(); next.done !== true; next = await pages.next()) {
    const { events, unreadable } = understood(view, next.value.events);
    const page = folding.page(events);
    if (page.unknown.length > 0) page.learn(await store.load(view, authority, generation, page.unknown));
    const poison = page.fold(changes) ?? unreadable;
    size += events.length;
    if (poison === null && size < batchSize && !isLast(next.value)) continue;
    const through = poison === null ? next.value.through : poison.at.position - 1n;
    const batch = { view, authority, generation, after, through, ...changes.written };
    yield { batch, isLast: isLast(next.value), poison };
    if (poison !== null) return;
    after = through;
    size = 0;
    changes = folding.batch();
  }
}

/** The events up to the first that this program cannot read, and that one. */
function understood(
  view: View,
  recorded: readonly RecordedEvent[],
): { readonly events: readonly ViewEvent[]; readonly unreadable: PoisonEvent | null } {
  const events: ViewEvent[] = [];
  for (const event of recorded) {
    try {
      events.push(toViewEvent(event));
    } catch (error) {
      return { events, unreadable: poisoned(view, event, error) };
    }
  }
  return { events, unreadable: null };
}

function poisoned(view: View, { header, revision, position }: RecordedEvent, cause: unknown): PoisonEvent {
  const { kind, id } = parseStreamName(header.stream);
  const at = { id: header.id, type: header.type, stream: `${kind}-${id}`, revision, position };
  return new PoisonEvent(view.name, at, cause);
}
