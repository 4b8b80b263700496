import { describe, expect, it } from '@jest/globals';
import { caseAudit } from '../case-audit/decider.js';
import {
  CYCLE,
  DRAWN,
  FRAME,
  IMPORTED,
  OPENED,
  OPEN_CYCLE,
  PLANNED,
  cycleAfter,
} from '../testing/a-cycle.js';
import { PROCESS, SELECTED, by } from '../testing/an-audit.js';
import type { Cycle } from '../cycle/state.js';
import { selectCases, selectReplacement } from './select-cases.js';

const drawn = {
  type: 'ReplacementDrawn',
  facts: {
    replaces: 'audit-2',
    stratum: 'in-care',
    drawIndex: 1,
    probability: 2 / 3,
    drawnOn: '2026-04-01',
    exclusions: [],
  },
  narrative: null,
} as const;

describe('After a cycle was opened', () => {
  const selections = selectCases(CYCLE, OPEN_CYCLE, FRAME);

  it('every case of the sample is selected, with what the frame knows of it', () => {
    expect(
      selections.map(({ command: { facts } }) => [facts.stratum, facts.child, facts.probability]),
    ).toEqual([
      ['in-care', 'c2', 2 / 3],
      ['in-care', 'c0', 2 / 3],
      ['child-protection', 'c4', 0.5],
    ]);
    expect(selections[0]?.command.facts).toEqual(SELECTED.facts);
    expect(selections[1]?.command.facts.family).toBe('family-0');
  });

  it('each has the same key whenever this is carried out', () => {
    expect(selections.map(({ key }) => key)).toEqual(['cycle-1/2', 'cycle-1/0', 'cycle-1/4']);
    expect(selectCases(CYCLE, OPEN_CYCLE, FRAME)).toEqual(selections);
  });

  it('the audit takes each of them in', () => {
    for (const { command } of selections) {
      const decision = caseAudit.decide(command, caseAudit.initialState, by('lead', { actor: PROCESS }));
      expect(decision).toMatchObject({ ok: true });
    }
  });

  it('another frame than the one drawn from is an error', () => {
    expect(() => selectCases(CYCLE, OPEN_CYCLE, { ...FRAME, entries: FRAME.entries.slice(0, 3) })).toThrow(
      'The frame has no entry 4',
    );
  });
});

describe('After a replacement was drawn', () => {
  it('its case is selected as a replacement, and the audit takes it in', () => {
    const cycle = cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, drawn) as Cycle;
    const { key, command } = selectReplacement(CYCLE, cycle, FRAME, drawn);
    expect(key).toBe('cycle-1/1');
    expect(command.facts).toEqual({ ...SELECTED.facts, child: 'c1', drawIndex: 1, by: 'replacement' });
    const told = by('lead', { actor: PROCESS, cycle });
    expect(caseAudit.decide(command, caseAudit.initialState, told)).toMatchObject({ ok: true });
  });
});
