import type { Instant } from '#audit-cycle';
import { AT_ONCE, atMost } from './at-most.js';
import type { Performer } from './performer.js';
import type { Step } from './step.js';

interface Queue {
  readonly steps: readonly Step[];
  next: number;
}

/** All stories that go on at the same time: within one, step follows step; between them there is no order. */
export class Stories {
  private readonly queues: Queue[] = [];
  private told = 0;

  constructor(private readonly performer: Performer) {}

  /** How many steps there are in all. */
  get known(): number {
    return this.told;
  }

  add(steps: readonly Step[]): void {
    this.queues.push({ steps, next: 0 });
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
        await this.performer.perform(step);
        queue.next += 1;
      }
    });
  }
}
