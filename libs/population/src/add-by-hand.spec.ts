import { describe, expect, it } from '@jest/globals';
import type { AddedChild, Frame, FrameEntry, PopulationImported } from '#audit-cycle';
import { canonicalJson, sha256Hex } from '#event-log';
import { addByHand } from './add-by-hand.js';
import { checkSample } from './check-sample.js';
import { drawSample } from './draw-sample.js';

const entry = (child: string): FrameEntry => ({
  ...{ child, cohort: 'in-care', team: null, worker: null, family: null },
});
const added = (child: string): AddedChild => ({
  ...{ child, cohort: 'child-in-need', team: 'North', worker: 'ann', family: null },
});
const FRAME: Frame = { asAt: '2026-02-28', entries: ['a1', 'b1', 'b3'].map(entry) };
const FACTS: PopulationImported['facts'] = {
  ...{ of: 'open-cases', asAt: FRAME.asAt, source: 'annex-a' },
  ...{ frame: 'f'.repeat(64), report: 'e'.repeat(64) },
  ...{ children: 3, cohorts: { 'in-care': 3 } },
  rows: { read: 9, used: 4, excluded: 5, warned: 2 },
  ...{ characteristics: null, addedByHand: 0, addition: null },
};
const read = (bytes: Uint8Array): Frame => JSON.parse(Buffer.from(bytes).toString('utf8')) as Frame;

describe('adding children to a frame', () => {
  it('puts each in its place, so that the frame has one order whoever made it', () => {
    const { frame, alreadyIn } = addByHand(FRAME, FACTS, [added('c0'), added('b2'), added('a0')], 'left-out');
    expect(read(frame).entries.map(({ child }) => child)).toEqual(['a0', 'a1', 'b1', 'b2', 'b3', 'c0']);
    expect(read(frame).entries[0]).toEqual(added('a0'));
    expect(alreadyIn).toBe(0);
    const otherWayRound = addByHand(FRAME, FACTS, [added('a0'), added('b2'), added('c0')], 'left-out');
    expect(Buffer.from(otherWayRound.frame).equals(Buffer.from(frame))).toBe(true);
    expect(FRAME.entries).toHaveLength(3);
  });

  it('accounts for the rows of the lists and for everybody who is in no list', () => {
    const { report } = addByHand(
      FRAME,
      { ...FACTS, children: 4, addedByHand: 1 },
      [added('c0'), added('a0')],
      'left-out',
    );
    expect(report).toEqual({
      ...{ asAt: FRAME.asAt, to: { frame: FACTS.frame, report: FACTS.report }, reasonCode: 'left-out' },
      added: [
        { child: 'a0', cohort: 'child-in-need' },
        { child: 'c0', cohort: 'child-in-need' },
      ],
      totals: {
        ...{ rowsRead: 9, rowsUsed: 4, rowsExcluded: 5, warnings: 2 },
        ...{ childrenOfLists: 3, addedByHand: 3, children: 6 },
      },
      reconciliation:
        '9 rows read = 4 used + 5 excluded. 3 children of the lists + 3 added by hand = 6 children.',
    });
  });

  it('counts those who are in it already, however the id is spaced', () => {
    const spaced: Frame = { ...FRAME, entries: [entry('b1'), entry(' b2')] };
    const { alreadyIn } = addByHand(spaced, FACTS, [added('b1'), added('b2'), added('b4')], 'left-out');
    expect(alreadyIn).toBe(2);
  });

  it('gives a frame from which a sample is drawn, and drawn again by anybody', () => {
    const { frame } = addByHand(FRAME, FACTS, [added('b2')], 'left-out');
    const text = Buffer.from(frame).toString('utf8');
    const drawn = drawSample(
      {
        ...{
          frame: read(frame),
          frameDigest: sha256Hex(text),
          size: 4,
          minimumPerStratum: 1,
          seed: 'a seed',
        },
        ...{ seedSource: 'server', drawnOn: '2026-03-02', exclusions: [] },
      },
      sha256Hex,
    );
    if (!drawn.ok) throw new Error(drawn.message);
    expect(checkSample(text, drawn.sample, sha256Hex)).toEqual({ same: true, cases: 4 });
    const before = canonicalJson(FRAME);
    expect(checkSample(before, drawn.sample, sha256Hex)).toMatchObject({ same: false });
  });
});
