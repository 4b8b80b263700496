import { isHere, londonDate } from '#audit-cycle';
import { authorityStreamId } from '#authority-setup';
import { captureModule, type CaptureParts, type InProcessGateway } from '#capture';
import { IdentityModule, TrialHeader } from '#identity';
import { MemoryPeopleNames } from '#identity/testing';
import { createHttpApp, openLog } from '#platform';
import { commandApiOf, type CommandApi } from '../command-api.js';

class App {}

/** The command API on a record in memory, with the processes that follow it. */
export async function apiInMemory(
  parts: Pick<CaptureParts, 'log' | 'blobs' | 'characteristics'> & { readonly gateway: InProcessGateway },
): Promise<CommandApi> {
  const { streams } = parts.gateway.lookups;
  const directory = new TrialHeader({
    find: async (authority, person) => {
      const { state: about } = await streams.load(authority, 'authority', authorityStreamId(authority));
      const { state } = await streams.load(authority, 'person', person);
      const here = about.registered !== null && isHere(state, londonDate('2026-03-02T09:00:00.000Z'));
      return here ? { roles: state.roles, simulatedClock: false } : null;
    },
  });
  const views = { waitForPosition: async () => true };
  const names = new MemoryPeopleNames();
  const module = {
    module: App,
    imports: [IdentityModule.forRoot(directory), captureModule({ ...parts, names, views })],
  };
  const api = commandApiOf(await createHttpApp(module, { log: openLog('silent') }));
  const stopping = new AbortController();
  const running = parts.gateway.run(stopping.signal);
  return {
    ...api,
    close: async () => {
      stopping.abort();
      await running;
      await api.close();
    },
  };
}
