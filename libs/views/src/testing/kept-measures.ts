import { measure, type MeasureCommand, type MeasureState } from '#audit-cycle';
import { History, idOf, PERSON } from './history.js';

/** Measures as somebody keeps them: what is asked for is decided by the domain itself, and what happened goes into a history. */
export class KeptMeasures {
  readonly history = new History('2024-04-20T09:00:00.000Z');
  private readonly states = new Map<string, MeasureState>();

  /** @throws Error where the domain refuses it */
  done(n: number, command: MeasureCommand): void {
    const id = idOf('measure', n);
    const state = this.states.get(id) ?? measure.initialState;
    const acting = {
      now: '2024-04-20T09:00:00.000Z',
      actor: { person: PERSON, roles: ['analyst'] as const },
    };
    const decision = measure.decide(command, state, acting);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
    this.states.set(id, decision.events.reduce(measure.evolve, state));
    for (const { type, facts } of decision.events) this.history.add('measure', id, type, facts);
  }
}
