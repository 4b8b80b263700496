import { upcast } from '#audit-cycle';
import type { EventPlace, ViewEvent } from './view.js';

/**
 * The event in the shape that folds know, whatever version of its shape it was written in.
 * @throws UnreadableEvent for an event that a newer version of the product wrote.
 */
export const viewEvent = (place: EventPlace, type: string, schema: number, facts: unknown): ViewEvent =>
  // The log holds what deciders made, so the type and the facts belong together.
  ({ ...place, type, facts: upcast(type, schema, { facts }).facts }) as ViewEvent;
