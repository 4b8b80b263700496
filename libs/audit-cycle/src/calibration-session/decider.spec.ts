import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { TOOL } from '../testing/a-cycle.js';
import { DIRECTORY, NOW, PEOPLE } from '../testing/an-audit.js';
import type { PersonState } from '../person/state.js';
import { peopleOf } from '../testing/people.js';
import { CURRENT_SCALE } from '../vocabulary/grade.js';
import type { CalibrationSessionCommand } from './commands.js';
import type { CalibrationSessionContext } from './context.js';
import { calibrationSession } from './decider.js';
import type { CalibrationSessionEvent } from './events.js';

const asks = (person: string, told: Partial<CalibrationSessionContext> = {}): CalibrationSessionContext => ({
  now: NOW,
  actor: { person, roles: DIRECTORY.get(person)?.roles ?? [] },
  people: PEOPLE,
  tool: TOOL,
  ...told,
});
const lead = asks('lead');
const first = asks('auditor');
const second = asks('second-auditor');

const open = {
  type: 'OpenSession',
  title: 'Calibration in April',
  record: 'c2',
  tool: { id: 'tool-1', version: 2 },
  participants: ['auditor', 'second-auditor'],
  leader: 'leader',
} as const satisfies CalibrationSessionCommand;
const commit = {
  type: 'CommitCalibrationGrade',
  grade: 'good',
  sections: [{ section: 'plan', grade: 'good' }],
  rationale: 'As read.',
} as const satisfies CalibrationSessionCommand;
const reveal: CalibrationSessionCommand = { type: 'RevealGrades' };
const discuss = {
  type: 'RecordCalibrationDiscussion',
  on: '2026-04-13',
  agreedGrade: 'good',
} as const satisfies CalibrationSessionCommand;
const approve: CalibrationSessionCommand = { type: 'ApproveCalibrated', person: 'auditor' };

const { type: _open, title, ...asked } = open;
const OPENED: CalibrationSessionEvent = {
  type: 'SessionOpened',
  facts: { ...asked, scale: CURRENT_SCALE, openedBy: 'lead' },
  narrative: { title },
};
const committed = (person: string): CalibrationSessionEvent => ({
  type: 'CalibrationGradeCommitted',
  facts: { person, grade: 'good', sections: [{ section: 'plan', grade: 'good' }] },
  narrative: { rationale: 'As read.' },
});
const revealed = (by: string, count: number): CalibrationSessionEvent => ({
  type: 'GradesRevealed',
  facts: { by, committed: count },
  narrative: null,
});
const DISCUSSED: CalibrationSessionEvent = {
  type: 'CalibrationDiscussed',
  facts: { on: '2026-04-13', agreedGrade: 'good' },
  narrative: null,
};
const APPROVED: CalibrationSessionEvent = {
  type: 'CalibrationApproved',
  facts: { person: 'auditor', by: 'lead' },
  narrative: null,
};
const ONE = [OPENED, committed('auditor')];
const ALL = [...ONE, committed('second-auditor'), revealed('second-auditor', 2)];

describe('Opening a calibration session', () => {
  it('names the record, the tool, who grades and who leads', () => {
    given(calibrationSession, []).when(open, lead).then(OPENED);
  });

  it.each<[string, object, string]>([
    ['without a title', { title: ' ' }, 'title-missing'],
    ['without a record', { record: '' }, 'record-missing'],
    ['with a tool that there is not', { tool: { id: 'tool-1', version: 9 } }, 'tool-not-found'],
    ['with a tool that is retired', { tool: { id: 'tool-1', version: 1 } }, 'tool-not-published'],
    ['of one person', { participants: ['auditor'] }, 'participants-missing'],
    ['of one person twice', { participants: ['auditor', 'auditor'] }, 'participant-twice'],
    ['with somebody who has left', { participants: ['auditor', 'leaver'] }, 'person-not-here'],
    ['led by somebody who never joined', { leader: 'stranger' }, 'person-not-here'],
    ['led by somebody to whom no session is open', { leader: 'guardian' }, 'role-missing'],
    ['with somebody who grades nothing', { participants: ['auditor', 'guardian'] }, 'role-missing'],
    ['with somebody who knows the child', { participants: ['auditor', 'aunt'] }, 'registered-conflict'],
  ])('is refused %s', (_, changed, code) => {
    given(calibrationSession, [])
      .when({ ...open, ...changed }, lead)
      .thenRefused(code);
  });

  it('is refused with a tool that gives no overall grade, and by anybody but a QA lead', () => {
    const { definition } = TOOL.versions[2]!;
    const tool = {
      versions: { 2: { status: 'published', definition: { ...definition, overallGrade: false } } },
    } as const;
    given(calibrationSession, [])
      .when(open, { ...lead, tool })
      .thenRefused('tool-without-grade');
    given(calibrationSession, []).when(open, first).thenRefused('not-permitted');
  });
});

describe('Grading the record', () => {
  it('is done once by each who takes part; the last one reveals all', () => {
    given(calibrationSession, [OPENED]).when(commit, first).then(committed('auditor'));
    given(calibrationSession, ONE)
      .when(commit, second)
      .then(committed('second-auditor'), revealed('second-auditor', 2));
  });

  it('never changes, and ends when the grades are revealed', () => {
    given(calibrationSession, ONE)
      .when({ ...commit, grade: 'inadequate' }, first)
      .thenRefused('already-committed');
    given(calibrationSession, [...ONE, revealed('leader', 1)])
      .when(commit, second)
      .thenRefused('already-revealed');
  });

  it('is for those who take part, in sections that the tool grades, with a rationale', () => {
    given(calibrationSession, [OPENED]).when(commit, asks('moderator')).thenRefused('not-a-participant');
    given(calibrationSession, [OPENED])
      .when({ ...commit, sections: [{ section: 'moon', grade: 'good' }] }, first)
      .thenRefused('unknown-section');
    given(calibrationSession, [OPENED])
      .when({ ...commit, rationale: '' }, first)
      .thenRefused('rationale-missing');
  });
});

describe('Revealing the grades', () => {
  it('is for the leader, who waits no longer', () => {
    given(calibrationSession, ONE).when(reveal, asks('leader')).then(revealed('leader', 1));
    given(calibrationSession, ONE).when(reveal, first).thenRefused('not-the-leader');
    given(calibrationSession, [OPENED]).when(reveal, asks('leader')).thenRefused('nothing-committed');
  });

  it('is also for a QA lead who does not grade, so that a leader who left leaves nothing stuck', () => {
    given(calibrationSession, ONE).when(reveal, lead).then(revealed('lead', 1));
    given(calibrationSession, ALL).when(discuss, lead).then(DISCUSSED);
    const grading = asks('auditor', { actor: { person: 'auditor', roles: ['qa-lead', 'auditor'] } });
    given(calibrationSession, ONE).when(reveal, grading).thenRefused('not-the-leader');
    given(calibrationSession, ALL).when(discuss, grading).thenRefused('not-the-leader');
  });
});

describe('Talking about the grades', () => {
  it('comes after they are revealed, is recorded by the leader, and not before it was held', () => {
    given(calibrationSession, ALL).when(discuss, asks('leader')).then(DISCUSSED);
    given(calibrationSession, ALL).when(discuss, first).thenRefused('not-the-leader');
    given(calibrationSession, ALL)
      .when({ ...discuss, on: '2026-04-14' }, asks('leader'))
      .thenRefused('in-the-future');
    given(calibrationSession, ALL)
      .when({ ...discuss, on: 'today' }, asks('leader'))
      .thenRefused('not-a-date');
  });
});

describe('Approving an auditor', () => {
  const discussed = [...ALL, DISCUSSED];

  it('follows from the discussion', () => {
    given(calibrationSession, discussed).when(approve, lead).then(APPROVED);
  });

  it('is of somebody who is here still, as an auditor', () => {
    const without = (changed: PersonState) => ({
      ...lead,
      people: peopleOf(new Map(DIRECTORY).set('auditor', changed)),
    });
    const auditor = DIRECTORY.get('auditor')!;
    given(calibrationSession, discussed)
      .when(approve, without({ ...auditor, left: '2026-04-12' }))
      .thenRefused('person-not-here');
    given(calibrationSession, discussed)
      .when(approve, without({ ...auditor, roles: ['moderator'] }))
      .thenRefused('role-missing');
  });

  it('is for another person who leads quality assurance, of somebody who graded', () => {
    given(calibrationSession, discussed).when(approve, first).thenRefused('not-permitted');
    given(calibrationSession, discussed)
      .when({ type: 'ApproveCalibrated', person: 'moderator' }, lead)
      .thenRefused('not-in-session');
    given(calibrationSession, [...ONE, revealed('leader', 1), DISCUSSED])
      .when({ type: 'ApproveCalibrated', person: 'second-auditor' }, lead)
      .thenRefused('nothing-committed');
    given(calibrationSession, discussed)
      .when(approve, { ...lead, actor: { person: 'auditor', roles: ['qa-lead'] } })
      .thenRefused('own-approval');
  });
});

describe('What may be done with a session', () => {
  const COMMANDS = [
    [open, lead],
    [commit, second],
    [reveal, asks('leader')],
    [discuss, asks('leader')],
    [approve, lead],
  ] as const;

  it.each<[string, readonly CalibrationSessionEvent[], readonly string[]]>([
    ['not opened', [], ['yes', ...Array<string>(4).fill('not-found')]],
    ['opened', [OPENED], ['already-opened', 'yes', 'nothing-committed', 'not-revealed', 'not-discussed']],
    ['begun', ONE, ['already-opened', 'yes', 'yes', 'not-revealed', 'not-discussed']],
    ['revealed', ALL, ['already-opened', 'already-committed', 'already-revealed', 'yes', 'not-discussed']],
    [
      'discussed',
      [...ALL, DISCUSSED],
      ['already-opened', 'already-committed', 'already-revealed', 'already-discussed', 'yes'],
    ],
    [
      'approved',
      [...ALL, DISCUSSED, APPROVED],
      ['already-opened', 'already-committed', 'already-revealed', 'already-discussed', 'already-approved'],
    ],
  ])('when it is %s', (_, history, answers) => {
    const state = history.reduce(calibrationSession.evolve, calibrationSession.initialState);
    const decided = COMMANDS.map(([command, context]) => {
      const decision = calibrationSession.decide(command, state, context);
      return decision.ok ? 'yes' : decision.refusal.code;
    });
    expect(decided).toEqual(answers);
  });

  it('never begins with anything but its opening, and never without its tool', () => {
    expect(() => calibrationSession.evolve(calibrationSession.initialState, DISCUSSED)).toThrow(
      'CalibrationDiscussed before any session was opened',
    );
    const state = [OPENED].reduce(calibrationSession.evolve, calibrationSession.initialState);
    expect(() => calibrationSession.decide(commit, state, { ...first, tool: null })).toThrow('not looked up');
  });
});
