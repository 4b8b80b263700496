import type { Batch, ViewStore } from '../view-store.js';

/** A store that loses its connection: before or after doing what it was asked, as `fails` says for every call. */
export function failingStore(store: ViewStore, fails: () => 'before' | 'after' | 'not'): ViewStore {
  const call = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const when = fails();
    if (when === 'before') throw new Error('connection lost before');
    const answer = await work();
    if (when === 'after') throw new Error('connection lost after');
    return answer;
  };
  return {
    generations: (...of) => call(() => store.generations(...of)),
    open: (...of) => call(() => store.open(...of)),
    build: (...of) => call(() => store.build(...of)),
    load: (...of) => call(() => store.load(...of)),
    apply: (batch: Batch) => call(() => store.apply(batch)),
    promote: (...of) => call(() => store.promote(...of)),
    abandon: (...of) => call(() => store.abandon(...of)),
    sweep: (...of) => call(() => store.sweep(...of)),
    stops: (...of) => call(() => store.stops(...of)),
    stop: (...of) => call(() => store.stop(...of)),
    askRetry: (...of) => call(() => store.askRetry(...of)),
    forgetStop: (...of) => call(() => store.forgetStop(...of)),
    revision: (...of) => call(() => store.revision(...of)),
    readOut: (...of) => call(() => store.readOut(...of)),
  };
}
