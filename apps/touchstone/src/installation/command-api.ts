import { Module } from '@nestjs/common';
import { captureModule } from '#capture';
import { commandApiOf, type CommandApi } from '#command-line';
import { IdentityModule, TrialHeader } from '#identity';
import { createHttpApp, type Log } from '#platform';
import type { Installation } from './installation.js';
import { viewsCaughtUp } from './views-caught-up.js';

@Module({})
class CommandApiModule {}

/**
 * The command API for the command line: it listens to nobody. Whoever may call the command line holds the data folder or the address
 * of the database, so whom they name is believed; that this person works there and may do it is asked of the record, as always.
 */
export async function openCommandApi(installation: Installation, log: Log): Promise<CommandApi> {
  const { gateway, blobs, characteristics, log: record, names, directory, projections } = installation;
  const module = {
    module: CommandApiModule,
    imports: [
      IdentityModule.forRoot(new TrialHeader(directory)),
      captureModule({
        ...{ gateway, blobs, characteristics, log: record, names },
        views: viewsCaughtUp(projections),
      }),
    ],
  };
  return commandApiOf(await createHttpApp(module, { log }));
}
