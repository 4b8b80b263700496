import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED, SECRET } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import { cycle } from './decider.js';

const open = given(cycle, [PLANNED, IMPORTED, DRAWN, OPENED]);
const close = { type: 'CloseCycle' } as const;
const why = { reasonCode: 'inspection', reason: 'Inspectors are here.' };
const unfinished = ['audit-2', 'audit-4'];

describe('Closing a cycle', () => {
  it('needs no reason once every audit is finalised or withdrawn', () => {
    open.when(close, inAuthority('lead')).then(CLOSED);
  });

  it('is refused while audits are unfinished, and says how many', () => {
    open.when(close, inAuthority('lead', { unfinished })).thenRefused('audits-unfinished', { count: 2 });
  });

  it('waits until every case is selected, also when somebody records why', () => {
    open
      .when({ ...close, ...why }, inAuthority('lead', { selecting: 3 }))
      .thenRefused('selection-outstanding', { count: 3 });
  });

  it('leaves them without a grade, by name, when somebody records why', () => {
    open.when({ ...close, ...why }, inAuthority('lead', { unfinished })).then({
      type: 'CycleClosed',
      facts: {
        closedBy: 'lead',
        closedOn: '2026-04-01',
        withoutGrade: unfinished,
        reasonCode: 'inspection',
        moderationSecret: SECRET,
      },
      narrative: { reason: 'Inspectors are here.' },
    });
  });

  it.each([{ reasonCode: why.reasonCode }, { reason: why.reason }, { ...why, reason: ' ' }])(
    'is refused while audits are unfinished and the reason is only %j',
    (reason) => {
      open
        .when({ ...close, ...reason }, inAuthority('lead', { unfinished }))
        .thenRefused('audits-unfinished', { count: 2 });
    },
  );

  it('refuses a reason code that could hold a sentence', () => {
    open.when({ ...close, reasonCode: 'No time left' }, inAuthority('lead')).thenRefused('code-malformed');
  });

  it('is for a QA lead', () => {
    open.when(close, inAuthority('leader')).thenRefused('not-permitted');
  });
});
