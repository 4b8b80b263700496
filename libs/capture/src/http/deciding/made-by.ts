import type { StreamKind } from '#audit-cycle';
import { derivedId } from '#event-log';
import type { Sending } from './sending.js';

/** The id of what a command makes: it follows from the command, so that the command sent again makes the same thing. */
export const madeBy = ({ envelope }: Sending, kind: StreamKind): string =>
  derivedId('made-by-command', kind, envelope.authority, envelope.commandId);
