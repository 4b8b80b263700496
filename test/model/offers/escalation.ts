import { LEADERS, LEADS, PEOPLE } from '../people.js';
import type { About, Offers } from './offer.js';

const inCharge = ({ state }: About<'escalation'>): readonly string[] =>
  state.status === 'not-opened' ? LEADS : [state.to, state.to, ...LEADS, ...LEADERS];

export const ESCALATION_OFFERS: Offers<'escalation'> = {
  OpenEscalation: ({ draw, ids, today }) => ({
    command: {
      ...{ type: 'OpenEscalation', audit: draw.one(...ids('case-audit')), reason: 'inadequate', risk: null },
      ...{
        raisedBy: draw.person(),
        raisedAt: `${today}T08:00:00.000Z`,
        to: draw.person(),
        restricted: false,
      },
    },
    by: LEADS,
  }),
  AcknowledgeEscalation: (about) => ({
    command: { type: 'AcknowledgeEscalation' },
    by: about.state.status === 'not-opened' ? LEADS : [about.state.to],
  }),
  ReassignEscalation: (about) => ({
    command: {
      ...{ type: 'ReassignEscalation', to: about.draw.person(PEOPLE.sol, PEOPLE.lou, PEOPLE.mo) },
      reasonCode: about.draw.code(),
    },
    by: inCharge(about),
  }),
  ResolveEscalation: (about) => {
    const { draw, state, today } = about;
    const isRestricted = state.status !== 'not-opened' && state.restricted;
    return {
      command: {
        ...{ type: 'ResolveEscalation', whatCode: draw.code(), doneOn: draw.day(today) },
        ...(isRestricted !== draw.rarely(8)
          ? {}
          : { whatWasDone: draw.words(), onChildRecordSince: draw.day(today) }),
      },
      by: inCharge(about),
    };
  },
};
