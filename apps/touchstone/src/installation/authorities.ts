import { authorityStreamId } from '#authority-setup';
import type { Authorities } from '#web';
import type { Installation } from './installation.js';

/** The authorities that were registered, the demonstration first. */
export const authoritiesOf = ({ log, gateway }: Installation): Authorities => ({
  list: async () => {
    const known = await Promise.all(
      (await log.authorities()).map(async (id) => {
        const { state } = await gateway.lookups.streams.load(id, 'authority', authorityStreamId(id));
        return state.registered === null
          ? []
          : [{ id, name: state.registered.name, simulated: state.registered.clock === 'simulated' }];
      }),
    );
    return known.flat();
  },
  head: (id) => log.head(id),
});
