import { describe, expect, it } from '@jest/globals';
import { person } from '../person/decider.js';
import { given } from '../testing.js';
import {
  ACTION_SET,
  REASSIGNED,
  REOPENED,
  REPORTED_DONE,
  by,
  byHolderOf,
  verified,
} from '../testing/an-action.js';
import { PEOPLE } from '../testing/an-audit.js';
import { peopleOf } from '../testing/people.js';
import type { DiscussInSupervision, JudgeImpact, NoteProgress, RecordOnChildRecord } from './commands.js';
import { improvementAction } from './decider.js';
import type { ImprovementActionEvent } from './events.js';
import { ownerHasLeft } from './owner.js';
import type { ActionImpact } from './priority.js';

const open = given(improvementAction, [ACTION_SET]);
const recorded = (person: string): ImprovementActionEvent => ({
  type: 'ActionRecordedOnChildRecord',
  facts: { by: person, on: '2026-04-13' },
  narrative: null,
});
const record: RecordOnChildRecord = { type: 'RecordOnChildRecord', on: '2026-04-13' };
const discuss: DiscussInSupervision = {
  type: 'DiscussInSupervision',
  on: '2026-04-10',
  notes: 'We talked about it.',
};
const note: NoteProgress = { type: 'NoteProgress', on: '2026-04-13', note: 'The visit is booked.' };

describe('What is noted about an action', () => {
  it("is that it stands on the child's record, once", () => {
    open.when(record, by('worker')).then(recorded('worker'));
    given(improvementAction, [ACTION_SET, recorded('worker')])
      .when(record, by('lead'))
      .thenRefused('already-on-child-record');
  });

  it('is that it was talked about in supervision, with words or without, and as often as it was', () => {
    const discussed = {
      type: 'DiscussedInSupervision',
      facts: { by: 'manager', on: '2026-04-10' },
      narrative: { notes: 'We talked about it.' },
    } as const;
    const { notes: _notes, ...wordless } = discuss;
    given(improvementAction, [ACTION_SET, discussed]).when(discuss, by('manager')).then(discussed);
    open.when(wordless, by('manager')).then({ ...discussed, narrative: null });
  });

  it('is how far it has come, in words', () => {
    const noted = {
      type: 'ProgressNoted',
      facts: { by: 'worker', on: '2026-04-13' },
      narrative: { note: 'The visit is booked.' },
    } as const;
    open.when(note, by('worker')).then(noted);
    open.when({ ...note, note: ' ' }, by('worker')).thenRefused('note-missing');
  });

  it.each([
    ['the owner', byHolderOf('worker')],
    ["the owner's line manager, whatever their roles", byHolderOf('manager')],
    ['a quality assurance lead', byHolderOf('lead', 'qa-lead')],
    ['a service leader', byHolderOf('leader', 'service-leader')],
  ])('is for %s', (_who, context) => {
    const asked = [record, discuss, note].map((command) =>
      improvementAction.decide(command, stateOf(ACTION_SET), context),
    );
    expect(asked.map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it.each([
    ['a colleague', byHolderOf('colleague', 'auditor', 'moderator', 'practitioner')],
    ["the line manager's manager", byHolderOf('head', 'action-owner')],
  ])('is not for %s', (_who, context) => {
    for (const command of [record, discuss, note]) open.when(command, context).thenRefused('not-permitted');
  });

  it('is no longer for an owner of before', () => {
    const handedOn = given(improvementAction, [ACTION_SET, REASSIGNED]);
    for (const command of [record, discuss, note]) {
      handedOn.when(command, byHolderOf('worker')).thenRefused('not-permitted');
    }
  });

  it('has a day that exists and is not still to come', () => {
    for (const command of [record, discuss, note]) {
      open.when({ ...command, on: '2026-04-14' }, by('worker')).thenRefused('in-the-future');
      open.when({ ...command, on: '2026-02-29' }, by('worker')).thenRefused('not-a-date');
    }
  });
});

describe('The impact of an action', () => {
  const judge: JudgeImpact = {
    type: 'JudgeImpact',
    impact: 'yes',
    on: '2026-04-13',
    evidence: 'She sees him every week.',
  };
  const judged = (impact: ActionImpact): ImprovementActionEvent => ({
    type: 'ImpactJudged',
    facts: { by: 'second-auditor', impact, on: '2026-04-13' },
    narrative: { evidence: 'She sees him every week.' },
  });
  const VERIFIED = [ACTION_SET, REPORTED_DONE, verified('done')];
  const done = given(improvementAction, VERIFIED);

  it.each(['yes', 'no', 'too-early'] as const)('is judged by somebody who never owned it: %s', (impact) => {
    done.when({ ...judge, impact }, by('second-auditor')).then(judged(impact));
  });

  it('is judged again after too early, and only then', () => {
    given(improvementAction, [...VERIFIED, judged('too-early')])
      .when(judge, by('second-auditor'))
      .then(judged('yes'));
    for (const last of ['yes', 'no'] as const) {
      given(improvementAction, [...VERIFIED, judged(last)])
        .when(judge, by('second-auditor'))
        .thenRefused('impact-already-judged');
    }
  });

  it('is judged afresh when the action was opened again', () => {
    const partly = [ACTION_SET, REPORTED_DONE, verified('partly'), judged('no')];
    given(improvementAction, [...partly, REOPENED, REPORTED_DONE, verified('done')])
      .when(judge, by('second-auditor'))
      .then(judged('yes'));
  });

  it('is never judged by the owner or a former one, whatever their roles', () => {
    const handedOn = given(improvementAction, [ACTION_SET, REASSIGNED, REPORTED_DONE, verified('done')]);
    for (const person of ['worker', 'colleague']) {
      handedOn.when(judge, byHolderOf(person, 'qa-lead', 'auditor')).thenRefused('own-action');
    }
  });

  it('is not for people whose roles look at no work of others', () => {
    done.when(judge, byHolderOf('second-auditor', 'practitioner', 'analyst')).thenRefused('not-permitted');
  });

  it('rests on something, unless it is too early to say', () => {
    const { evidence: _evidence, ...bare } = judge;
    done.when(bare, by('second-auditor')).thenRefused('evidence-missing');
    done.when({ ...bare, impact: 'no' }, by('second-auditor')).thenRefused('evidence-missing');
    done
      .when({ ...bare, impact: 'too-early' }, by('second-auditor'))
      .then({ ...judged('too-early'), narrative: null });
  });

  it('has a day that exists and is not still to come', () => {
    done.when({ ...judge, on: '2026-04-14' }, by('second-auditor')).thenRefused('in-the-future');
    done.when({ ...judge, on: 'soon' }, by('second-auditor')).thenRefused('not-a-date');
  });
});

describe('The owner of an action has left', () => {
  it('from the day after their last one', () => {
    expect(ownerHasLeft('leaver', PEOPLE, '2026-04-12')).toBe(false);
    expect(ownerHasLeft('leaver', PEOPLE, '2026-04-13')).toBe(true);
    expect(ownerHasLeft('worker', PEOPLE, '2026-04-13')).toBe(false);
  });

  it('no more when they came back', () => {
    const gone = PEOPLE.find('leaver');
    if (gone === undefined) throw new Error('There is a leaver');
    const back = person.evolve(gone, { type: 'PersonJoined', facts: { on: '2026-04-13' }, narrative: null });
    expect(ownerHasLeft('leaver', peopleOf(new Map([['leaver', back]])), '2026-04-13')).toBe(false);
  });
});

const stateOf = (...events: readonly ImprovementActionEvent[]) =>
  events.reduce(improvementAction.evolve, improvementAction.initialState);
