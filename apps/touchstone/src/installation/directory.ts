import { isHere, londonDate } from '#audit-cycle';
import { authorityStreamId } from '#authority-setup';
import type { InProcessGateway } from '#capture';
import { streamName } from '#event-log';
import type { PeopleDirectory } from '#identity';

/** The people of an authority as the record has them at this moment. */
export const directoryOf = ({ lookups: { streams } }: InProcessGateway): PeopleDirectory => ({
  find: async (authority, person) => {
    if (!isNameable(authority, person)) return null;
    const { state: about } = await streams.load(authority, 'authority', authorityStreamId(authority));
    if (about.registered === null) return null;
    const { state } = await streams.load(authority, 'person', person);
    if (!isHere(state, londonDate(new Date().toISOString()))) return null;
    return { roles: state.roles, simulatedClock: about.registered.clock === 'simulated' };
  },
});

const isNameable = (authority: string, person: string): boolean => {
  try {
    return streamName(authority, 'person', person) !== '';
  } catch {
    return false;
  }
};
