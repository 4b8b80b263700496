import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Takes the framework's own lines into the log; what it says at every start is of interest to nobody but us. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(message: unknown): void {
    this.sink.debug(String(message));
  }

  error(message: unknown): void {
    this.sink.error(message instanceof Error ? { err: message } : {}, 'The framework reports an error');
    if (typeof message === 'string') this.sink.debug(message);
  }

  warn(message: unknown): void {
    this.sink.warn(String(message));
  }
}
