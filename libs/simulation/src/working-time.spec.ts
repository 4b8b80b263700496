import { describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays, BANK_HOLIDAYS_ENGLAND } from '#audit-cycle';
import { Chance } from './chance.js';
import { Diary } from './diary.js';
import { momentOf, workingDay } from './working-time.js';

describe('working days', () => {
  it('are counted as the domain counts them for due dates', () => {
    const { covers, holidays } = BANK_HOLIDAYS_ENGLAND;
    const calendar = { covers, holidays: new Set(holidays) };
    const chance = new Chance('working days');
    for (let n = 0; n < 300; n++) {
      const from = addDays('2020-01-01', chance.between(0, 5000, `from/${n}`));
      const days = chance.between(1, 60, `days/${n}`);
      expect([from, days, workingDay(from, days)]).toEqual([
        from,
        days,
        addWorkingDays(calendar, from, days),
      ]);
    }
  });

  it('begin with the day itself where it is one', () => {
    expect(workingDay('2026-05-05', 0)).toBe('2026-05-05');
    expect(workingDay('2026-05-02', 0)).toBe('2026-05-05');
    expect(workingDay('2026-05-05', -1)).toBe('2026-05-01');
  });

  it('end where the bank holidays are not known', () => {
    expect(() => workingDay('2036-12-20', 30)).toThrow(RangeError);
  });
});

describe('a diary', () => {
  it('goes forward only, and goes home in the evening', () => {
    const chance = new Chance('diary');
    const diary = new Diary(chance, '2026-04-30');
    let before = diary.now;
    for (let n = 0; n < 400; n++) {
      const at = chance.happens(0.7, `${n}`)
        ? diary.afterMinutes(chance.between(1, 60, `${n}`))
        : diary.afterDays(chance.between(0, 3, `${n}`));
      expect(at > before).toBe(true);
      expect(at >= momentOf(at.slice(0, 10), 45) && at <= momentOf(at.slice(0, 10), 480)).toBe(true);
      expect(workingDay(at.slice(0, 10), 0)).toBe(at.slice(0, 10));
      before = at;
    }
  });

  it('does later the same day what should have been done on a day that is past', () => {
    const diary = new Diary(new Chance('late'), '2026-04-28');
    expect(diary.onDay('2026-04-20').slice(0, 10)).toBe('2026-04-28');
  });
});
