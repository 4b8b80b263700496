import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import type { Role } from '../vocabulary/role.js';
import type { PublishBankHolidays } from './commands.js';
import { workingCalendar } from './decider.js';
import type { WorkingCalendarEvent } from './events.js';

const by = (...roles: Role[]) => ({ now: '2021-04-01T09:00:00.000Z', actor: { person: 'p1', roles } });

const easter2021: PublishBankHolidays = {
  type: 'PublishBankHolidays',
  covers: { from: '2021-04-01', to: '2021-04-30' },
  holidays: ['2021-04-02', '2021-04-05'],
  source: 'GOV.UK',
};

const published = (command: PublishBankHolidays): WorkingCalendarEvent => ({
  type: 'BankHolidaysPublished',
  facts: {
    nation: 'england',
    covers: command.covers,
    holidays: command.holidays,
    source: command.source,
  },
  narrative: null,
});

describe('publishing bank holidays', () => {
  it('is done by an administrator', () => {
    given(workingCalendar, []).when(easter2021, by('administrator')).then(published(easter2021));
  });

  it('is done by the product itself when it sets an authority up', () => {
    const setUp = { ...by(), actor: { person: 'p1', roles: [], process: 'set-up' } };
    given(workingCalendar, []).when(easter2021, setUp).then(published(easter2021));
  });

  it('is refused to everybody else', () => {
    given(workingCalendar, []).when(easter2021, by('qa-lead')).thenRefused('not-permitted');
  });

  it('may leave a span without any', () => {
    const quiet = { ...easter2021, holidays: [] };
    given(workingCalendar, []).when(quiet, by('administrator')).then(published(quiet));
  });

  it.each<[string, string, Partial<PublishBankHolidays>]>([
    ['a date that does not exist', 'not-a-date', { holidays: ['2021-04-31'] }],
    ['a span that does not exist', 'not-a-date', { covers: { from: '2021-02-29', to: '2021-04-30' } }],
    [
      'a span that ends before it begins',
      'ends-before-start',
      { covers: { from: '2021-04-30', to: '2021-04-01' } },
    ],
    ['a day before the span', 'outside-span', { holidays: ['2021-03-31'] }],
    ['a day after the span', 'outside-span', { holidays: ['2021-05-03'] }],
    ['a day listed twice', 'not-in-order', { holidays: ['2021-04-02', '2021-04-02'] }],
    ['days out of order', 'not-in-order', { holidays: ['2021-04-05', '2021-04-02'] }],
    ['a Saturday', 'on-a-weekend', { holidays: ['2021-04-03'] }],
    ['a Sunday', 'on-a-weekend', { holidays: ['2021-04-04'] }],
    ['no source', 'source-missing', { source: ' ' }],
  ])('is refused for %s', (_what, code, change) => {
    given(workingCalendar, [])
      .when({ ...easter2021, ...change }, by('administrator'))
      .thenRefused(code);
  });

  it('replaces the list that was published before', () => {
    const may = { ...easter2021, covers: { from: '2021-05-01', to: '2021-05-31' }, holidays: ['2021-05-03'] };
    const state = [easter2021, may]
      .map(published)
      .reduce(workingCalendar.evolve, workingCalendar.initialState);
    expect(state).toEqual({ covers: may.covers, holidays: new Set(['2021-05-03']) });
  });
});
