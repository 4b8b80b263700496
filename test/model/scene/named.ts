import { derivedId } from '#event-log';

/** Ids of the scene are the same each time it is set. */
export const named = (what: string): string => derivedId('model-scene', what);
export const reason = { reasonCode: 'a-reason', reason: 'Some words.' } as const;
