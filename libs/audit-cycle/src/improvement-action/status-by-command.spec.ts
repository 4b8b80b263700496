import { describe, expect, it } from '@jest/globals';
import {
  ACTION_SET,
  CANCELLED,
  REPORTED_DONE,
  SET_ACTION,
  SET_FROM_SURGERY,
  by,
  verified,
} from '../testing/an-action.js';
import type { ImprovementActionCommand } from './commands.js';
import { improvementAction } from './decider.js';
import type { ImprovementActionEvent } from './events.js';
import { ACTION_STATUSES, isUnfinished, type ActionStatus } from './state.js';

const HISTORIES: Readonly<Record<'not-set' | ActionStatus, readonly ImprovementActionEvent[]>> = {
  'not-set': [],
  open: [ACTION_SET],
  'reported-done': [ACTION_SET, REPORTED_DONE],
  'verified-done': [ACTION_SET, REPORTED_DONE, verified('done')],
  'verified-partly': [ACTION_SET, REPORTED_DONE, verified('partly')],
  'verified-not-done': [ACTION_SET, REPORTED_DONE, verified('not-done')],
  cancelled: [ACTION_SET, CANCELLED],
};

const COMMANDS = {
  SetAction: [SET_ACTION, 'auditor'],
  SetActionFromSurgery: [SET_FROM_SURGERY, 'leader'],
  LinkAction: [{ type: 'LinkAction', repeats: 'earlier' }, 'lead'],
  AcceptAction: [{ type: 'AcceptAction' }, 'worker'],
  ReassignAction: [{ type: 'ReassignAction', to: 'colleague', reasonCode: 'owner-left' }, 'lead'],
  MoveDueDate: [{ type: 'MoveDueDate', to: '2026-06-01', reasonCode: 'court-date' }, 'lead'],
  RecordOnChildRecord: [{ type: 'RecordOnChildRecord', on: '2026-04-13' }, 'worker'],
  DiscussInSupervision: [{ type: 'DiscussInSupervision', on: '2026-04-13' }, 'manager'],
  NoteProgress: [{ type: 'NoteProgress', on: '2026-04-13', note: 'Half.' }, 'worker'],
  ReportDone: [{ type: 'ReportDone', doneOn: '2026-04-13', evidence: 'Seen.' }, 'worker'],
  VerifyAction: [{ type: 'VerifyAction', verdict: 'done', method: 'record-checked' }, 'lead'],
  ReopenAction: [{ type: 'ReopenAction', reasonCode: 'not-on-record', reason: 'Not there.' }, 'lead'],
  JudgeImpact: [{ type: 'JudgeImpact', impact: 'yes', on: '2026-04-13', evidence: 'She says so.' }, 'lead'],
  CancelAction: [{ type: 'CancelAction', reasonCode: 'overtaken', reason: 'Moved.' }, 'lead'],
} as const satisfies Record<ImprovementActionCommand['type'], readonly [ImprovementActionCommand, string]>;

/**
 * Every status and every command, given by somebody who may give it: the status that it leads to, or in brackets the refusal.
 * A dash is (action-status).
 */
const TABLE = `
                  | SetAction     | AcceptAction | ReassignAction | MoveDueDate | ReportDone    | VerifyAction        | ReopenAction | CancelAction | RecordOnChildRecord | DiscussInSupervision | NoteProgress | JudgeImpact     | LinkAction | SetActionFromSurgery
not-set           | open          | (not-found)  | (not-found)    | (not-found) | (not-found)   | (not-found)         | (not-found)  | (not-found)  | (not-found)         | (not-found)          | (not-found)  | (not-found)     | (not-found) | open
open              | (already-set) | open         | open           | open        | reported-done | (not-reported-done) | -            | cancelled    | open                | open                 | open         | -               | open | (already-set)
reported-done     | (already-set) | -            | -              | -           | -             | verified-done       | open         | -            | reported-done       | reported-done        | -            | -               | reported-done | (already-set)
verified-done     | (already-set) | -            | -              | -           | -             | -                   | -            | -            | verified-done       | verified-done        | -            | verified-done   | verified-done | (already-set)
verified-partly   | (already-set) | -            | -              | -           | -             | -                   | open         | -            | verified-partly     | verified-partly      | -            | verified-partly | verified-partly | (already-set)
verified-not-done | (already-set) | -            | -              | -           | -             | -                   | open         | -            | verified-not-done   | verified-not-done    | -            | -               | verified-not-done | (already-set)
cancelled         | (already-set) | -            | -              | -           | -             | -                   | -            | -            | -                   | -                    | -            | -               | - | (already-set)
`;

const [head = [], ...rows] = TABLE.trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));
const cells = rows.flatMap(([status = '', ...outcomes]) =>
  outcomes.map((outcome, column) => [status, head[column + 1] ?? '', outcome] as const),
);

describe('An improvement action', () => {
  it('has a row for each status and a column for each command', () => {
    expect(rows.map(([status]) => status)).toEqual(['not-set', ...ACTION_STATUSES]);
    expect(head.slice(1).sort()).toEqual(Object.keys(COMMANDS).sort());
    expect(cells).toHaveLength(7 * 14);
  });

  it.each(cells)('that is %s, asked to %s: %s', (status, asked, outcome) => {
    const before = HISTORIES[status as ActionStatus].reduce(
      improvementAction.evolve,
      improvementAction.initialState,
    );
    const [command, person] = COMMANDS[asked as keyof typeof COMMANDS];
    const decision = improvementAction.decide(command, before, by(person));
    expect(before.status).toBe(status);
    expect(
      decision.ok
        ? decision.events.reduce(improvementAction.evolve, before).status
        : `(${decision.refusal.code})`,
    ).toBe(outcome === '-' ? '(action-status)' : outcome);
  });

  it('is unfinished until it is verified as done or cancelled', () => {
    expect(ACTION_STATUSES.filter(isUnfinished)).toEqual([
      'open',
      'reported-done',
      'verified-partly',
      'verified-not-done',
    ]);
  });
});
