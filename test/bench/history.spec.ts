import { describe, expect, it } from '@jest/globals';
import { VIEWS, type ViewEvent } from '#views';
import { foldAll } from '#views/testing';
import { historyInRounds, type Burst } from './history.js';

const made = (events: number, actions: boolean): readonly Burst[] =>
  [...historyInRounds({ seed: 7, events, actions })].flat();

const asViewEvents = (bursts: readonly Burst[]): readonly ViewEvent[] =>
  bursts.flatMap(({ kind, id, revision, happenings }) =>
    happenings.map(
      ({ type, facts }, n) =>
        ({
          ...{ type, facts, stream: { kind, id }, revision: BigInt(revision + n), position: 1n },
          ...{
            id,
            actor: id,
            occurredAt: '2021-04-01T09:00:00.000Z',
            recordedAt: '2021-04-01T09:00:00.000Z',
          },
        }) as ViewEvent,
    ),
  );

describe('the history that is caught up with', () => {
  it('has just as many events as are wanted, and is the same for a seed', () => {
    const bursts = made(5000, true);
    expect(bursts.reduce((sum, { happenings }) => sum + happenings.length, 0)).toBe(5000);
    expect(made(5000, true)).toEqual(bursts);
    expect([...historyInRounds({ seed: 8, events: 5000, actions: true })].flat()).not.toEqual(bursts);
  });

  it('counts the revisions of each stream without gaps, and no stream comes twice in a round', () => {
    const next = new Map<string, number>();
    for (const round of historyInRounds({ seed: 7, events: 20_000, actions: true })) {
      expect(new Set(round.map(({ id }) => id)).size).toBe(round.length);
      for (const { id, revision, happenings } of round) {
        expect(revision).toBe(next.get(id) ?? 0);
        next.set(id, revision + happenings.length);
      }
    }
  });

  it('is taken by every view of cycles, audits and actions, and actions come only where they are wanted', () => {
    const events = asViewEvents(made(20_000, true));
    const taking = VIEWS.filter(({ tables }) => tables.some((table) => foldAll(table, events).length > 0));
    expect(taking.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['grading-distribution', 'action-completion', 'cycle-progress', 'case-record'],
        ...['work-list', 'auditor-timeliness'],
      ]),
    );
    expect(new Set(made(20_000, false).map(({ kind }) => kind))).toEqual(new Set(['cycle', 'case-audit']));
  });
});
