import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer, Envelope } from '#audit-cycle';
import { CAPTURE_PARTS, type CaptureParts } from './capture-parts.js';

/** Asks the domain for a decision. Every command of the API is one of these: what differs is the order in its envelope. */
export class Decide extends Command<CommandAnswer> {
  constructor(readonly envelope: Envelope) {
    super();
  }
}

@CommandHandler(Decide)
export class DecideHandler implements ICommandHandler<Decide> {
  constructor(@Inject(CAPTURE_PARTS) private readonly parts: CaptureParts) {}

  execute({ envelope }: Decide): Promise<CommandAnswer> {
    return this.parts.gateway.execute(envelope);
  }
}
