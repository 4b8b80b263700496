import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandAnswer, CommandGateway, Envelope, Order } from '#audit-cycle';
import { CAPTURE_PARTS, type CaptureParts } from './capture-parts.js';
import { Decide } from './decide.js';
import type { Recorded } from './recorded.js';
import { refused } from './refused.js';
import type { Sending } from './sending.js';

export type Accepted = CommandAnswer & { readonly ok: true };

/** Where the API hands in its orders, and where it waits for what follows from them. */
@Injectable()
export class CommandDesk implements CommandGateway {
  constructor(
    private readonly bus: CommandBus,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  execute(envelope: Envelope): Promise<CommandAnswer> {
    return this.bus.execute(new Decide(envelope));
  }

  carriedOn(authority: string, position: bigint, timeoutMs: number): Promise<void> {
    return this.parts.gateway.carriedOn(authority, position, timeoutMs);
  }

  /** @throws Problem for a refusal */
  async decide(sending: Sending, order: Order): Promise<Recorded> {
    const answer = await this.execute({ ...sending.envelope, order });
    if (!answer.ok) throw refused(answer.refusal);
    return this.recorded(sending, answer);
  }

  /** As `decide`, for what makes something new at the address. */
  async create(sending: Sending, order: Order, address: string): Promise<Recorded> {
    return { ...(await this.decide(sending, order)), created: `${address}/${order.id}` };
  }

  /** What an accepted command is answered with, after the wait that its sender prefers. */
  async recorded({ envelope, wait }: Sending, accepted: Accepted): Promise<Recorded> {
    const { id, revision, position, repeated } = accepted;
    const waited = wait !== null && (await this.waited(envelope.authority, position, wait));
    return { id, revision, position, repeated, waited };
  }

  /** What is recorded stays recorded when the wait is too long: then the answer merely does not say that it waited. */
  private async waited(authority: string, position: bigint, timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    const left = (): number => Math.max(0, Math.ceil(until - performance.now()));
    try {
      await this.carriedOn(authority, position, timeoutMs);
      return await this.parts.views.waitForPosition(authority, await this.parts.log.head(authority), left());
    } catch {
      return false;
    }
  }
}
