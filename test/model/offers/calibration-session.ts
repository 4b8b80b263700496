import type { CalibrationSession, PersonId } from '#audit-cycle';
import { LEADS, PEOPLE } from '../people.js';
import type { About, Offers } from './offer.js';

type AboutSession = About<'calibration-session'>;

const sessionOf = ({ state }: AboutSession): CalibrationSession | null =>
  state.status === 'not-opened' ? null : state;
const leaderOf = (about: AboutSession): readonly PersonId[] => [
  sessionOf(about)?.opened.leader ?? PEOPLE.lou,
];
const participants = (about: AboutSession): readonly PersonId[] =>
  sessionOf(about)?.opened.participants ?? [PEOPLE.una];

export const CALIBRATION_SESSION_OFFERS: Offers<'calibration-session'> = {
  OpenSession: ({ draw, ids }) => ({
    command: {
      ...{ type: 'OpenSession', title: draw.words(), record: 'C-9000', leader: PEOPLE.lou },
      ...{ tool: { id: draw.one(...ids('audit-tool')), version: 1 } },
      participants: [PEOPLE.una, draw.person(PEOPLE.anna, PEOPLE.mo)],
    },
    by: LEADS,
  }),
  CommitCalibrationGrade: (about) => ({
    command: {
      ...{ type: 'CommitCalibrationGrade', grade: about.draw.grade(), sections: [] },
      rationale: about.draw.words(),
    },
    by: participants(about),
  }),
  RevealGrades: (about) => ({ command: { type: 'RevealGrades' }, by: leaderOf(about) }),
  RecordCalibrationDiscussion: (about) => ({
    command: {
      ...{ type: 'RecordCalibrationDiscussion', on: about.draw.day(about.today) },
      agreedGrade: about.draw.one(null, about.draw.grade()),
    },
    by: leaderOf(about),
  }),
  ApproveCalibrated: (about) => ({
    command: { type: 'ApproveCalibrated', person: about.draw.person(...participants(about)) },
    by: LEADS,
  }),
};
