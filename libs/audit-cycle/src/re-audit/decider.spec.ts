import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { OPEN_CYCLE } from '../testing/a-cycle.js';
import {
  DIRECTORY,
  FINALISED,
  GRADED,
  MODERATED,
  NOW,
  PEOPLE,
  PROCESS,
  SELECTED,
  UPHELD,
  WITHDRAWN,
  actorOf,
  auditAfter,
} from '../testing/an-audit.js';
import { CURRENT_SCALE } from '../vocabulary/grade.js';
import type { ReAuditCommand } from './commands.js';
import type { ReAuditContext } from './context.js';
import { reAudit } from './decider.js';
import type { ReAuditEvent } from './events.js';

const CALENDAR = {
  covers: { from: '2026-01-01', to: '2026-12-31' },
  holidays: new Set(['2026-05-04', '2026-05-25']),
};
const ORIGINAL = auditAfter(...MODERATED, FINALISED);
const by = (person: string, told: Partial<ReAuditContext> = {}): ReAuditContext => ({
  now: NOW,
  actor: actorOf(person),
  original: ORIGINAL,
  cycle: OPEN_CYCLE,
  actions: ['action-1', 'action-2'],
  owners: ['owner'],
  earlierJudges: [],
  inTurn: true,
  people: PEOPLE,
  calendar: CALENDAR,
  ...told,
});
const lead = by('lead');
const second = by('second-auditor');

const selected = {
  type: 'CaseSelectedForReAudit',
  facts: {
    audit: 'audit-2',
    cycle: 'cycle-1',
    child: 'c2',
    team: 'north',
    worker: 'worker',
    asAt: '2026-03-31',
    reviewed: SELECTED.facts.reviewed,
    tool: SELECTED.facts.tool,
    originalGrade: 'good',
    actions: ['action-1', 'action-2'],
    rule: 'chosen',
    reasonCode: 'team-asked',
    draw: null,
  },
  narrative: null,
} as const satisfies ReAuditEvent;
const allocated = {
  type: 'ReAuditorAllocated',
  facts: { reAuditor: 'second-auditor', due: '2026-05-05', allocatedBy: 'lead' },
  narrative: null,
} as const satisfies ReAuditEvent;
const checked = (action: string, verdict: 'done' | 'partly' | 'not-done'): ReAuditEvent => ({
  type: 'ActionChecked',
  facts: { action, verdict },
  narrative: null,
});
const CHECKED = [selected, allocated, checked('action-1', 'done'), checked('action-2', 'partly')];
const reaudited = {
  type: 'CaseReaudited',
  facts: {
    audit: 'audit-2',
    reAuditor: 'second-auditor',
    grade: 'outstanding',
    scale: CURRENT_SCALE,
    verdicts: [
      { action: 'action-1', verdict: 'done' },
      { action: 'action-2', verdict: 'partly' },
    ],
  },
  narrative: { rationale: 'Much better.' },
} as const satisfies ReAuditEvent;

const WHY = { reasonCode: 'absence', reason: 'Is ill for long.' } as const;
const replaced = {
  type: 'ReAuditorReplaced',
  facts: { from: 'second-auditor', to: 'former-colleague', due: '2026-05-05', reasonCode: 'absence' },
  narrative: { reason: 'Is ill for long.' },
} as const satisfies ReAuditEvent;
const withdrawn = {
  type: 'ReAuditWithdrawn',
  facts: { reasonCode: 'absence', by: 'lead' },
  narrative: { reason: 'Is ill for long.' },
} as const satisfies ReAuditEvent;

const select = {
  type: 'SelectForReAudit',
  audit: 'audit-2',
  reasonCode: 'team-asked',
} as const satisfies ReAuditCommand;
const allocate = (reAuditor: string): ReAuditCommand => ({ type: 'AllocateReAuditor', reAuditor });
const replace = (to: string): ReAuditCommand => ({ type: 'ReplaceReAuditor', to, ...WHY });
const withdraw: ReAuditCommand = { type: 'WithdrawReAudit', ...WHY };
const check: ReAuditCommand = { type: 'CheckAction', action: 'action-1', verdict: 'done' };
const grade: ReAuditCommand = { type: 'GradeReAudit', grade: 'outstanding', rationale: 'Much better.' };

describe('Selecting a case for re-audit', () => {
  it('takes over the case, its final grade and all of its actions', () => {
    given(reAudit, []).when(select, lead).then(selected);
    const changed = { ...UPHELD, facts: { ...UPHELD.facts, to: 'inadequate' } } as const;
    const original = auditAfter(...MODERATED.slice(0, -1), changed, FINALISED);
    given(reAudit, [])
      .when(select, { ...lead, original })
      .then({ ...selected, facts: { ...selected.facts, originalGrade: 'inadequate' } });
  });

  it('waits until the original audit is final', () => {
    for (const original of [auditAfter(), auditAfter(...GRADED), auditAfter(SELECTED, WITHDRAWN)]) {
      given(reAudit, [])
        .when(select, { ...lead, original })
        .thenRefused('original-not-finalised');
    }
  });

  it('is for a QA lead', () => {
    given(reAudit, []).when(select, second).thenRefused('not-permitted');
  });

  it('needs a reason as a code', () => {
    const { reasonCode: _, ...without } = select;
    given(reAudit, []).when(without, lead).thenRefused('reason-missing');
    given(reAudit, [])
      .when({ ...select, reasonCode: 'The team asked' }, lead)
      .thenRefused('code-malformed');
  });

  it('is refused while the audit is being done again already', () => {
    given(reAudit, [])
      .when(select, by('lead', { inTurn: false }))
      .thenRefused('already-being-re-audited');
  });

  it('says where in its draw the seed came to it, and that the rule took it', () => {
    const process = { ...lead, actor: PROCESS };
    const drawn = (rule: 'drawn' | 'inadequate', index: number | null): ReAuditCommand => ({
      ...{ type: 'SelectForReAudit', audit: 'audit-2' },
      drawn: { rule, seed: 'a seed', index },
    });
    given(reAudit, [])
      .when(drawn('drawn', 4), process)
      .then({
        ...selected,
        facts: {
          ...selected.facts,
          rule: 'drawn',
          reasonCode: null,
          draw: { cycle: 'cycle-1', seed: 'a seed', index: 4 },
        },
      });
    given(reAudit, [])
      .when(drawn('inadequate', null), process)
      .then({ ...selected, facts: { ...selected.facts, rule: 'inadequate', reasonCode: null } });
    given(reAudit, []).when(drawn('drawn', 4), lead).thenRefused('not-permitted');
  });
});

describe('Allocating a re-audit', () => {
  it('goes to an auditor who is independent of the case', () => {
    given(reAudit, [selected]).when(allocate('second-auditor'), lead).then(allocated);
  });

  it.each([
    ['who graded the case', 'auditor', 'own-audit'],
    ['who moderated the case', 'moderator', 'own-audit'],
    ['of the team of the child', 'colleague', 'own-team'],
    ['who is the worker', 'worker', 'own-case'],
    ['above the worker', 'head', 'supervises-worker'],
    ['with a registered conflict', 'aunt', 'registered-conflict'],
    ['who has left', 'leaver', 'person-not-here'],
    ['without the role', 'leader', 'role-missing'],
  ])('is refused for somebody %s', (_, person, code) => {
    given(reAudit, [selected]).when(allocate(person), lead).thenRefused(code);
  });

  it('is for a QA lead', () => {
    given(reAudit, [selected]).when(allocate('second-auditor'), second).thenRefused('not-permitted');
  });
});

describe('Who had a part in the audit', () => {
  it.each([
    ['graded it before it was returned to somebody else', { auditors: ['second-auditor', 'auditor'] }],
    ['moderated it before it was returned', { moderators: ['second-auditor', 'moderator'] }],
    ['settled its grade', { settlers: ['second-auditor', 'leader'] }],
  ])('does not do it again: %s', (_, part) => {
    const original = { ...ORIGINAL, ...part } as ReAuditContext['original'];
    given(reAudit, [selected])
      .when(allocate('second-auditor'), { ...lead, original })
      .thenRefused('own-audit');
    given(reAudit, CHECKED)
      .when(grade, { ...second, original })
      .thenRefused('own-audit');
  });
});

describe('Who does not judge the case again', () => {
  const refused = (told: Partial<ReAuditContext>, code: string) => {
    given(reAudit, [selected])
      .when(allocate('second-auditor'), { ...lead, ...told })
      .thenRefused(code);
    given(reAudit, CHECKED)
      .when(replace('second-auditor'), { ...lead, ...told })
      .thenRefused('same-auditor');
    for (const command of [check, grade]) {
      given(reAudit, CHECKED)
        .when(command, { ...second, ...told })
        .thenRefused(code);
    }
  };

  it('is whoever owns, or owned, one of its actions', () => {
    refused({ owners: ['worker', 'second-auditor'] }, 'own-action');
  });

  it('is whoever judged it in an earlier re-audit', () => {
    refused({ earlierJudges: ['second-auditor'] }, 'own-audit');
  });

  it('is whoever had the original audit and declared a tie to the case', () => {
    refused({ original: { ...ORIGINAL, conflicted: ['second-auditor'] } as never }, 'registered-conflict');
  });

  it('is the true worker, where the worker was put right since', () => {
    const { selected: facts } = ORIGINAL as Extract<typeof ORIGINAL, { selected: object }>;
    refused(
      { original: { ...ORIGINAL, selected: { ...facts, worker: 'second-auditor' } } as never },
      'own-case',
    );
  });

  it('is known from who gave a verdict or the grade, also after they were replaced', () => {
    const judges = (...events: readonly ReAuditEvent[]) => {
      const state = events.reduce(reAudit.evolve, reAudit.initialState);
      return state.status === 'not-selected' ? [] : state.judges;
    };
    expect(judges(selected, allocated)).toEqual([]);
    expect(judges(selected, allocated, checked('action-1', 'done'), replaced)).toContain('second-auditor');
    expect(judges(selected, allocated, reaudited)).toEqual(['second-auditor']);
  });
});

describe('Replacing a re-auditor', () => {
  it('gives the case to somebody else with days of their own; the verdicts stay', () => {
    given(reAudit, CHECKED).when(replace('former-colleague'), lead).then(replaced);
    const { verdicts } = reaudited.facts;
    given(reAudit, [...CHECKED, replaced])
      .when(grade, by('former-colleague'))
      .then({ ...reaudited, facts: { ...reaudited.facts, reAuditor: 'former-colleague', verdicts } });
    given(reAudit, [...CHECKED, replaced])
      .when(grade, second)
      .thenRefused('not-the-re-auditor');
  });

  it.each([
    ['who graded the case', 'auditor', 'own-audit'],
    ['who moderated the case', 'moderator', 'own-audit'],
    ['of the team of the child', 'colleague', 'own-team'],
    ['who has left', 'leaver', 'person-not-here'],
    ['who has it already', 'second-auditor', 'same-auditor'],
  ])('refuses somebody %s', (_, person, code) => {
    given(reAudit, CHECKED).when(replace(person), lead).thenRefused(code);
  });

  it('needs a reason as a code and in words, a QA lead and bank holidays', () => {
    const to = { ...replace('former-colleague') };
    given(reAudit, CHECKED)
      .when({ ...to, reason: ' ' } as ReAuditCommand, lead)
      .thenRefused('reason-missing');
    given(reAudit, CHECKED)
      .when({ ...to, reasonCode: 'Is ill' } as ReAuditCommand, lead)
      .thenRefused('code-malformed');
    given(reAudit, CHECKED).when(to, second).thenRefused('not-permitted');
    const calendar = { covers: { from: '2026-01-01', to: '2026-04-30' }, holidays: new Set<string>() };
    given(reAudit, CHECKED)
      .when(to, { ...lead, calendar })
      .thenRefused('calendar-too-short', { days: 15 });
  });
});

describe('Withdrawing a re-audit', () => {
  it('keeps on the record why', () => {
    given(reAudit, [selected]).when(withdraw, lead).then(withdrawn);
    given(reAudit, CHECKED).when(withdraw, lead).then(withdrawn);
  });

  it('needs a reason, and a QA lead', () => {
    given(reAudit, CHECKED)
      .when({ ...withdraw, reason: '' }, lead)
      .thenRefused('reason-missing');
    given(reAudit, CHECKED).when(withdraw, second).thenRefused('not-permitted');
  });

  it('is not for a lead whose own work it would test, or who is tied to the case', () => {
    const asLead = (person: string) => by(person, { actor: { person, roles: ['qa-lead'] } });
    given(reAudit, CHECKED).when(withdraw, asLead('auditor')).thenRefused('own-audit');
    given(reAudit, CHECKED).when(withdraw, asLead('aunt')).thenRefused('registered-conflict');
    given(reAudit, CHECKED)
      .when(withdraw, by('lead', { owners: ['lead'] }))
      .thenRefused('own-action');
  });
});

describe('Checking an action', () => {
  it('keeps the verdict and the evidence', () => {
    given(reAudit, [selected, allocated])
      .when({ ...check, evidence: 'Visit of May.' }, second)
      .then({ ...checked('action-1', 'done'), narrative: { evidence: 'Visit of May.' } } as ReAuditEvent);
  });

  it('refuses an action that the original audit did not set', () => {
    given(reAudit, [selected, allocated])
      .when({ type: 'CheckAction', action: 'action-9', verdict: 'done' }, second)
      .thenRefused('unknown-action', { actions: ['action-1', 'action-2'] });
  });

  it('is for the allocated auditor alone', () => {
    given(reAudit, [selected, allocated]).when(check, by('auditor')).thenRefused('not-the-re-auditor');
  });
});

describe('Grading a re-audit', () => {
  it('records the new grade with the verdict on every action', () => {
    given(reAudit, CHECKED).when(grade, second).then(reaudited);
  });

  it('counts the later of two verdicts', () => {
    const [first, ...rest] = reaudited.facts.verdicts;
    given(reAudit, [...CHECKED, checked('action-1', 'not-done')])
      .when(grade, second)
      .then({
        ...reaudited,
        facts: { ...reaudited.facts, verdicts: [{ ...first, verdict: 'not-done' }, ...rest] },
      });
  });

  it('names the actions without a verdict', () => {
    given(reAudit, [selected, allocated, checked('action-2', 'done')])
      .when(grade, second)
      .thenRefused('incomplete', { missing: ['action-1'] });
  });

  it('needs a rationale', () => {
    given(reAudit, CHECKED)
      .when({ ...grade, rationale: '' }, second)
      .thenRefused('rationale-missing');
  });

  it('is for the allocated auditor alone, and not once they came to the team of the child', () => {
    given(reAudit, CHECKED).when(grade, by('auditor')).thenRefused('not-the-re-auditor');
    const people = {
      find: (id: string) => DIRECTORY.get(id === 'second-auditor' ? 'newcomer' : id),
    };
    given(reAudit, CHECKED)
      .when(grade, { ...second, people })
      .thenRefused('own-team');
  });
});

describe('What may be done with a re-audit', () => {
  const COMMANDS = [
    [select, lead],
    [allocate('second-auditor'), lead],
    [replace('former-colleague'), lead],
    [withdraw, lead],
    [check, second],
    [grade, second],
  ] as const;

  it.each<[string, readonly ReAuditEvent[], readonly string[]]>([
    ['not selected', [], ['yes', ...Array<string>(5).fill('not-found')]],
    [
      'selected',
      [selected],
      ['already-selected', 'yes', 'not-allocated', 'yes', 'not-allocated', 'not-allocated'],
    ],
    [
      'allocated',
      [selected, allocated],
      ['already-selected', 'already-allocated', 'yes', 'yes', 'yes', 'incomplete'],
    ],
    ['checked', CHECKED, ['already-selected', 'already-allocated', 'yes', 'yes', 'yes', 'yes']],
    [
      're-audited',
      [...CHECKED, reaudited],
      ['already-selected', ...Array<string>(5).fill('already-re-audited')],
    ],
    [
      'withdrawn',
      [...CHECKED, withdrawn],
      ['already-selected', ...Array<string>(5).fill('already-withdrawn')],
    ],
  ])('when it is %s', (_, history, answers) => {
    const state = history.reduce(reAudit.evolve, reAudit.initialState);
    const decided = COMMANDS.map(([command, context]) => {
      const decision = reAudit.decide(command, state, context);
      return decision.ok ? 'yes' : decision.refusal.code;
    });
    expect(decided).toEqual(answers);
  });

  it('never begins with anything but a selection', () => {
    expect(() => reAudit.evolve(reAudit.initialState, allocated)).toThrow(
      'ReAuditorAllocated before any case was selected',
    );
  });

  it('throws when the original audit was not looked up', () => {
    const state = [selected].reduce(reAudit.evolve, reAudit.initialState);
    expect(() =>
      reAudit.decide(allocate('second-auditor'), state, { ...lead, original: auditAfter() }),
    ).toThrow('Audit audit-2 was not looked up');
  });
});
