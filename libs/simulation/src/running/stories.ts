import type { Instant } from '#audit-cycle';
import { AT_ONCE, atMost } from './at-most.js';
import type { Performer } from './performer.js';
import type { Step } from './step.js';

interface Queue {
  readonly steps: readonly Step[];
  next: number;
  /** Of the last event that its steps led to. */
  position: bigint;
}

/** All stories that go on at the same time: within one, step follows step; between them there is no order. */
export class Stories {
  private readonly queues: Queue[] = [];
  private told = 0;

  constructor(
    private readonly performer: Performer,
    private readonly settle: (position: bigint) => Promise<void>,
  ) {}

  /** How many steps there are in all. */
  get known(): number {
    return this.told;
  }

  add(steps: readonly Step[]): void {
    this.queues.push({ steps, next: 0, position: 0n });
    this.told += steps.length;
  }

  /** Everything that happens until then, the moment itself included. */
  async advance(to: Instant): Promise<void> {
    const due = this.queues.filter(({ steps, next }) => (steps[next]?.at ?? '9') <= to);
    await atMost(AT_ONCE, due, async (queue) => {
      for (
        let step = queue.steps[queue.next];
        step !== undefined && step.at <= to;
        step = queue.steps[queue.next]
      ) {
        if (step.afterProcesses) await this.settle(queue.position);
        const position = await this.performer.perform(step);
        if (position !== null && position > queue.position) queue.position = position;
        queue.next += 1;
      }
    });
  }
}
