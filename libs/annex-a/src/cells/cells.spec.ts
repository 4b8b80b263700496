import { describe, expect, it } from '@jest/globals';
import { formulaWithoutValue, type Cell } from '#spreadsheet';
import { readAge } from './age.js';
import { readChildId } from './child-id.js';

describe('A cell that holds an age', () => {
  it('tells the unborn from the blank, the odd and the impossible', () => {
    const ages = [-1, '-1', 'Unborn', '-1.0', 7, '7', 7.5, null, 'N/A', -2, 200, 'seven'];
    expect(ages.map(readAge)).toEqual([
      ...Array<string>(4).fill('unborn'),
      ...['whole', 'whole', 'not-whole', 'blank', 'blank', 'unreadable', 'unreadable', 'unreadable'],
    ]);
  });
});

describe('A cell that holds a child id', () => {
  it('is opaque text, whatever type the spreadsheet made of it', () => {
    const ids = [1001, '1001', '1001.0', '1001.00', '01001', '1001.5', 1001.5, 'x.0', '\u00a0A 1 ', 1e14];
    expect(ids.map((id) => readChildId(id)?.id)).toEqual([
      ...['1001', '1001', '1001', '1001', '01001', '1001.5', '1001.5', 'x.0', 'A 1', '100000000000000'],
    ]);
    const none: readonly Cell[] = [null, '-', '#N/A', '=1+1', formulaWithoutValue];
    expect(none.map(readChildId)).toEqual(Array(5).fill(null));
    expect([1e21, '1.23E+11', 'ABE12'].map((id) => readChildId(id)?.rounded)).toEqual([true, true, false]);
  });
});
