import type { Connection } from '#postgres';
import { VIEWS } from '#views';
import { openProjections } from './contestants/our-views.js';
import type { Mark } from './rebuild-figures.js';

/** What the process of a rebuild is told, once. */
export interface RebuildOrder {
  readonly connection: Connection;
  readonly authority: string;
}

/** What it says: every view that is done with, and at the end all of it. */
export type RebuildReport =
  | { readonly view: string }
  | { readonly marks: readonly (readonly Mark[])[]; readonly peakRssBytes: number }
  | { readonly error: string };

const say = (report: RebuildReport): void => void process.send?.(report);

/** Rebuilds one view after the other, as `views rebuild` does, and nothing else, so that its memory is that of a rebuild. */
async function rebuildAll({ connection, authority }: RebuildOrder): Promise<void> {
  const ours = await openProjections(connection, VIEWS);
  const marks: (readonly Mark[])[] = [];
  for (const { name } of VIEWS) {
    const ofView: Mark[] = [{ position: 0, seconds: performance.now() / 1000 }];
    await ours.projections.rebuild(name, {
      authority,
      onProgress: ({ position }) =>
        void ofView.push({ position: Number(position), seconds: performance.now() / 1000 }),
    });
    marks.push(ofView);
    say({ view: name });
  }
  await ours.close();
  say({ marks, peakRssBytes: process.resourceUsage().maxRSS * 1024 });
}

process.on('message', (order: RebuildOrder) => {
  rebuildAll(order).catch((error: unknown) =>
    say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.once('disconnect', () => process.exit());
// Ctrl-C is for the bench, which then lets go of us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
