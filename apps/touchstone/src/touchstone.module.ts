import { Module, type DynamicModule } from '@nestjs/common';
import { captureModule } from '#capture';
import { IdentityModule, NobodySignsIn, TrialHeader } from '#identity';
import { insightModule } from '#insight';
import { notificationsModule } from '#notifications';
import type { Configuration, Log } from '#platform';
import { webModule } from '#web';
import { authoritiesOf } from './installation/authorities.js';
import type { Installation } from './installation/installation.js';
import { viewsCaughtUp } from './installation/views-caught-up.js';

/** Everything in one process: who acts, commands, queries, pages. */
@Module({})
export class TouchstoneModule {
  static on(installation: Installation, { trialSignIn }: Configuration, log: Log): DynamicModule {
    const {
      gateway,
      blobs,
      characteristics,
      log: record,
      names,
      notices,
      directory,
      projections,
      viewStore,
      viewReader,
    } = installation;
    const clock = (): Date => new Date();
    return {
      module: TouchstoneModule,
      imports: [
        IdentityModule.forRoot(trialSignIn ? new TrialHeader(directory) : new NobodySignsIn()),
        captureModule({
          ...{ gateway, blobs, characteristics, log: record, names },
          views: viewsCaughtUp(projections),
        }),
        insightModule({
          ...{ reader: viewReader, levels: projections, revisions: viewStore },
          ...{ record, characteristics, log, clock },
        }),
        notificationsModule({ notices, names, clock }),
        webModule({
          reader: viewReader,
          authorities: authoritiesOf(installation),
          clock,
          trial: trialSignIn,
        }),
      ],
    };
  }
}
