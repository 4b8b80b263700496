import { describe, expect, it } from '@jest/globals';
import type { Audit } from '../case-audit/state.js';
import { SELECTED, WITHDRAWN, auditAfter } from '../testing/an-audit.js';
import { replaceWithdrawn } from './replace-withdrawn.js';

const audit = auditAfter(SELECTED) as Audit;
const withdrawn = (replace: boolean) => ({ ...WITHDRAWN, facts: { ...WITHDRAWN.facts, replace } });

describe('After an audit was withdrawn', () => {
  it('the next case of the same stratum is drawn, where a replacement is wanted', () => {
    expect(replaceWithdrawn('audit-2', audit, withdrawn(true))).toEqual({
      type: 'DrawReplacement',
      replaces: 'audit-2',
      stratum: 'in-care',
    });
  });

  it('nothing is drawn where none is wanted', () => {
    expect(replaceWithdrawn('audit-2', audit, withdrawn(false))).toBeNull();
  });
});
