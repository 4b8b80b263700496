import {
  ACTION_IMPACTS,
  ACTION_KINDS,
  ACTION_PRIORITIES,
  ACTION_VERDICTS,
  VERIFICATION_METHODS,
  addDays,
  type PersonId,
} from '#audit-cycle';
import { AUDITORS, LEADERS, LEADS, PEOPLE } from '../people.js';
import { named } from '../scene/named.js';
import type { About, Offers } from './offer.js';

type AboutAction = About<'improvement-action'>;

const ownerOf = ({ state }: AboutAction): readonly PersonId[] =>
  state.status === 'not-set' ? [PEOPLE.tim] : [state.owner];
const followers = (about: AboutAction): readonly PersonId[] => [...ownerOf(about), ...LEADS, PEOPLE.tom];
const verifiers = [...LEADS, ...AUDITORS, ...LEADERS, PEOPLE.mo, PEOPLE.otto];
/** The owner tries as well. */
const verifiersOr = (about: AboutAction): readonly PersonId[] => [
  ...ownerOf(about),
  ...ownerOf(about),
  ...verifiers,
];
const approversOr = (about: AboutAction): readonly PersonId[] => [
  ...ownerOf(about),
  ...ownerOf(about),
  ...approvers,
];
const approvers = [...LEADS, ...LEADERS, PEOPLE.tom];

/** Of which action in the scene the child had another before. */
const EARLIER: Readonly<Record<AboutAction['state']['status'], string>> = {
  'not-set': 'open',
  open: 'open',
  'reported-done': 'reported',
  'verified-done': 'done',
  'verified-partly': 'partly',
  'verified-not-done': 'not-done',
  cancelled: 'cancelled',
};

export const IMPROVEMENT_ACTION_OFFERS: Offers<'improvement-action'> = {
  SetAction: ({ draw, ids, today }) => ({
    command: {
      ...{
        type: 'SetAction',
        audit: draw.one(...ids('case-audit')),
        owner: draw.person(PEOPLE.tim, PEOPLE.tom, PEOPLE.otto, PEOPLE.lou),
      },
      ...{ team: draw.one('North', null), priority: draw.one(...ACTION_PRIORITIES) },
      ...{ kind: draw.one(...ACTION_KINDS), text: draw.words(), theme: null, lineOfEnquiry: null },
      openActionsSeen: draw.rarely(5) ? [] : ids('improvement-action'),
      ...(draw.rarely(5) ? { due: addDays(today, draw.one(-1, 1, 200)) } : {}),
      ...(draw.rarely(5) ? { repeats: draw.one(...ids('improvement-action')) } : {}),
    },
    by: LEADS,
  }),
  SetActionFromSurgery: ({ draw, ids, today }) => ({
    command: {
      ...{ type: 'SetActionFromSurgery', measure: draw.mostly(ids('measure'), [draw.id()]) },
      ...{ surgery: draw.mostly([1], [0, 2]), owner: draw.person(PEOPLE.tim, PEOPLE.otto, PEOPLE.lou) },
      ...{ team: draw.one('North', null), priority: draw.one(...ACTION_PRIORITIES) },
      ...{ kind: draw.one(...ACTION_KINDS), text: draw.words() },
      ...(draw.rarely(5) ? { due: addDays(today, draw.one(-1, 1, 200)) } : {}),
      ...(draw.rarely(5) ? { repeats: draw.one(...ids('improvement-action')) } : {}),
    },
    by: [...LEADS, ...LEADERS],
  }),
  LinkAction: ({ draw, ids, state }) => ({
    command: {
      type: 'LinkAction',
      repeats: draw.mostly([named(`earlier-${EARLIER[state.status]}`)], ids('improvement-action')),
    },
    by: LEADS,
  }),
  AcceptAction: (about) => ({ command: { type: 'AcceptAction' }, by: ownerOf(about) }),
  ReassignAction: ({ draw }) => ({
    command: {
      ...{
        type: 'ReassignAction',
        to: draw.person(PEOPLE.tim, PEOPLE.otto, PEOPLE.lou),
        reasonCode: draw.code(),
      },
      ...(draw.rarely(3) ? { team: 'South' } : {}),
    },
    by: approvers,
  }),
  MoveDueDate: (about) => ({
    command: {
      type: 'MoveDueDate',
      to: addDays(about.today, about.draw.one(-1, 0, 1, 30)),
      reasonCode: about.draw.code(),
    },
    by: approversOr(about),
  }),
  RecordOnChildRecord: (about) => ({
    command: { type: 'RecordOnChildRecord', on: about.draw.day(about.today) },
    by: followers(about),
  }),
  DiscussInSupervision: (about) => ({
    command: { type: 'DiscussInSupervision', on: about.draw.day(about.today) },
    by: followers(about),
  }),
  NoteProgress: (about) => ({
    command: { type: 'NoteProgress', on: about.draw.day(about.today), note: about.draw.words() },
    by: followers(about),
  }),
  ReportDone: (about) => ({
    command: { type: 'ReportDone', doneOn: about.draw.day(about.today), evidence: about.draw.words() },
    by: ownerOf(about),
  }),
  ReopenAction: (about) => ({
    command: { type: 'ReopenAction', ...about.draw.reason() },
    by: verifiersOr(about),
  }),
  VerifyAction: (about) => ({
    command: {
      ...{ type: 'VerifyAction', verdict: about.draw.one(...ACTION_VERDICTS) },
      method: about.draw.one(...VERIFICATION_METHODS),
    },
    by: verifiersOr(about),
  }),
  JudgeImpact: (about) => ({
    command: {
      ...{ type: 'JudgeImpact', impact: about.draw.one(...ACTION_IMPACTS) },
      ...{ on: about.draw.day(about.today), evidence: about.draw.words() },
    },
    by: verifiersOr(about),
  }),
  CancelAction: (about) => ({
    command: { type: 'CancelAction', ...about.draw.reason() },
    by: approversOr(about),
  }),
};
