import { describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS } from '../event-schemas.js';
import { UnreadableEvent } from './unreadable-event.js';
import { upcast, upcasting } from './upcast.js';
import type { StepsTo, Upcaster, UpcastersFor } from './upcaster.js';
import { UPCASTERS } from './upcasters.js';

/** A type of three versions: `kind` came with the second; with the third `note` moved from the facts to the narrative. */
const SCHEMAS = { Noted: 3, Counted: 1 } as const;

const STEPS: UpcastersFor<typeof SCHEMAS> = {
  Noted: [
    { facts: (facts) => ({ ...facts, kind: 'other' }) },
    {
      facts: ({ note: _, ...facts }) => facts,
      narrative: (texts, { note }) => ({ ...texts, note: note as string }),
    },
  ],
};

const toToday = upcasting(SCHEMAS, STEPS);
const first = { facts: { by: 'a', note: 'Seen at home.' }, narrative: { extra: 'Twice.' } };
const today = {
  facts: { by: 'a', kind: 'other' },
  narrative: { extra: 'Twice.', note: 'Seen at home.' },
};

describe('an event of an older schema', () => {
  it('goes through every step to the shape of today', () => {
    expect(toToday('Noted', 1, first)).toEqual(today);
  });

  it('begins at its own version', () => {
    const second = { ...first, facts: { ...first.facts, kind: 'visit' } };
    expect(toToday('Noted', 2, second)).toEqual({ ...today, facts: { by: 'a', kind: 'visit' } });
  });

  it('has its facts brought up without its narrative, and then has none', () => {
    expect(toToday('Noted', 1, { facts: first.facts })).toEqual({ facts: today.facts });
  });

  it('hands a narrative that is not there to the steps, which may make one', () => {
    expect(toToday('Noted', 1, { ...first, narrative: null }).narrative).toEqual({ note: 'Seen at home.' });
  });

  it('keeps its narrative through a step that is of facts only', () => {
    const oneStep = upcasting({ Noted: 2 }, { Noted: [STEPS.Noted[0]] });
    expect(oneStep('Noted', 1, first).narrative).toBe(first.narrative);
    expect(oneStep('Noted', 1, { ...first, narrative: null }).narrative).toBeNull();
  });

  it('is itself left as it was', () => {
    const frozen = {
      facts: Object.freeze({ ...first.facts }),
      narrative: Object.freeze({ extra: 'Twice.' }),
    };
    expect(toToday('Noted', 1, Object.freeze(frozen))).toEqual(today);
    expect(frozen).toEqual(first);
  });
});

describe('an event of the schema of today', () => {
  it('is handed back without a copy', () => {
    expect(toToday('Noted', 3, today)).toBe(today);
    expect(upcast('CaseGraded', EVENT_SCHEMAS.CaseGraded, today)).toBe(today);
  });
});

describe('an event that cannot be read', () => {
  it.each([
    ['Noted', 4, /Noted of schema 4 .* newer Touchstone .* up to schema 3\. Upgrade this Touchstone\.$/],
    ['Counted', 2, /Counted of schema 2 .* up to schema 1\. Upgrade this Touchstone\.$/],
    ['Sealed', 1, /Sealed of schema 1 .* no event of that name\. Upgrade this Touchstone\.$/],
    ['constructor', 1, /constructor of schema 1 .* no event of that name/],
    ['Noted', 0, /Noted of schema 0 .* count from 1.* Restore/],
    ['Noted', 1.5, /Noted of schema 1\.5 .* count from 1/],
    ['Noted', Number.NaN, /Noted of schema NaN .* count from 1/],
  ])('%s of schema %d says what to do', (type, schema, sentence) => {
    const reading = (): unknown => toToday(type, schema, first);
    expect(reading).toThrow(UnreadableEvent);
    expect(reading).toThrow(sentence);
  });

  it('names the step that is missing', () => {
    const lacking = upcasting(SCHEMAS, { Noted: STEPS.Noted.slice(0, 1) });
    expect(() => lacking('Noted', 1, first)).toThrow(
      /Noted of schema 1 .*step from schema 2 to 3 is missing/,
    );
    expect(() => upcasting(SCHEMAS, {})('Noted', 2, first)).toThrow(/step from schema 2 to 3/);
  });
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('the steps', () => {
  it('are as many as the versions before today, or the compiler says so', () => {
    const one = true satisfies Same<StepsTo<1>, readonly []>;
    const three = true satisfies Same<StepsTo<3>, readonly [Upcaster, Upcaster]>;
    const tooFew = false satisfies Same<StepsTo<3>, readonly [Upcaster]>;
    const none = true satisfies Same<keyof UpcastersFor<{ Counted: 1 }>, never>;
    expect([one, three, tooFew, none]).toEqual([true, true, false, true]);
  });

  it('of the audit cycle are as many as that when it runs, too', () => {
    const steps: Readonly<Partial<Record<string, readonly Upcaster[]>>> = UPCASTERS;
    for (const [type, schema] of Object.entries(EVENT_SCHEMAS))
      expect([type, steps[type]?.length ?? 0]).toEqual([type, schema - 1]);
    expect(Object.keys(EVENT_SCHEMAS)).toEqual(expect.arrayContaining(Object.keys(steps)));
  });
});
