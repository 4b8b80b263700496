import type { AuthorityId, CommandAnswer } from '#audit-cycle';
import type { SimulationPorts } from '../ports.js';
import type { Step } from './step.js';

/** What was sent, counted by what came back. */
export interface Performed {
  /** Accepted, those included that an earlier run had done. */
  readonly commands: number;
  readonly repeated: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
}

/** Sends what the made-up people do through the gateway, and holds the domain to what they expect of it. */
export class Performer {
  /** Of the events so far. */
  lastPosition = 0n;
  private commands = 0;
  private repeated = 0;
  private readonly byType: Record<string, number> = {};
  private readonly refusals: Record<string, number> = {};

  constructor(
    readonly authority: AuthorityId,
    private readonly ports: Pick<SimulationPorts, 'gateway'>,
    private readonly onAnswer: () => void,
    private readonly signal?: AbortSignal,
  ) {}

  /**
   * Answers with the position of the last event of the step, null where it was refused as expected.
   * @throws Error on any other answer than the expected one: the simulation and the rules have come apart. The reason of the signal
   * once it is aborted.
   */
  async perform({ at, actor, commandId, order, mustBeRefused }: Step): Promise<bigint | null> {
    this.signal?.throwIfAborted();
    const { authority } = this;
    const answer = await this.ports.gateway.execute({ authority, actor, commandId, order, at });
    if (answer.ok === mustBeRefused) throw unexpected({ at, order }, answer);
    this.onAnswer();
    const { type } = order.command;
    if (!answer.ok) {
      this.refusals[answer.refusal.code] = (this.refusals[answer.refusal.code] ?? 0) + 1;
      return null;
    }
    this.commands += 1;
    this.byType[type] = (this.byType[type] ?? 0) + 1;
    if (answer.repeated) this.repeated += 1;
    if (answer.position > this.lastPosition) this.lastPosition = answer.position;
    return answer.position;
  }

  performed(): Performed {
    const { commands, repeated, byType, refusals } = this;
    return { commands, repeated, byType, refusals };
  }
}

const unexpected = ({ at, order }: Pick<Step, 'at' | 'order'>, answer: CommandAnswer): Error =>
  new Error(
    `The simulation expected ${order.command.type} on ${order.kind}-${order.id} at ${at} to be ` +
      (answer.ok
        ? 'refused, and it was accepted'
        : `accepted, and it was refused (${answer.refusal.code}): ${answer.refusal.message}`),
  );
