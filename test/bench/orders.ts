import type { Connection } from '#postgres';
import type { HistoryPlan } from './history.js';
import type { Sample } from './measured-case.js';

/** What the bench tells the process of a contestant to do; the first order is always to open. */
export type Order =
  | { readonly do: 'open'; readonly contestant: 'ours' | 'naive' | 'emmett'; readonly connection: Connection }
  | { readonly do: 'rest' }
  | { readonly do: 'append'; readonly writers: number; readonly seconds: number }
  | { readonly do: 'append-batches'; readonly seconds: number }
  | { readonly do: 'make-streams' }
  | { readonly do: 'load'; readonly seconds: number }
  | { readonly do: 'take-in'; readonly plan: HistoryPlan }
  | { readonly do: 'catch-up'; readonly events: number };

/** The sample of an order that measures, null of one that prepares, or what went wrong. */
export type Report = { readonly sample: Sample | null } | { readonly error: string };
