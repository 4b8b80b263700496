import type { EventLog } from '#event-log';

/** What projections need of a log: nothing that writes, and of the events no narrative. */
export type FactsLog = Pick<EventLog, 'capabilities' | 'authorities' | 'head' | 'readAll' | 'follow'>;
