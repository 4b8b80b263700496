import { destination, type DestinationStream } from 'pino';

/** Lines that could not be written yet wait in memory, up to so many bytes; beyond that the newest are let go. */
const MOST_WAITING = 1024 * 1024;

/**
 * A file that log lines are added to. Where it cannot be written, because the disk is full, the product goes on without: what it
 * records matters, and its log must not be what stops it.
 */
export function logFile(path: string): DestinationStream {
  const file = destination({ dest: path, sync: true, maxLength: MOST_WAITING });
  file.on('error', () => undefined);
  return file;
}
