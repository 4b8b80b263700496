import type { ViewReader } from '#views';
import type { ViewStore } from '../view-store.js';

export interface ViewStoreUnderTest {
  readonly store: ViewStore;
  /** Reads what `store` writes. */
  readonly reader: ViewReader;
}
