import { paceInWords, triedAgainBy, type Stop, type ViewStanding } from '#projections';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { count, print } from '../../report.js';
import type { Surroundings, Touchstone } from '../../touchstone.js';

/** `views list`: where each view of each authority stands. Ends with 1 when one of them stands still. */
export async function listViews(
  touchstone: Touchstone,
  around: Surroundings,
  json: boolean,
): Promise<ExitCode> {
  const standings = await touchstone.projections.list();
  print(around, json, { views: standings.map(forMachines) }, standings.map(forPeople));
  return standings.some(({ error, stops }) => error !== null || stops.length > 0) ? EXIT.refused : EXIT.done;
}

const forMachines = ({ live, building, error, ...standing }: ViewStanding): object => ({
  ...standing,
  position: live?.position ?? 0n,
  rebuilding: building !== null,
  rebuiltTo: building?.position ?? null,
  error: error?.message ?? null,
});

function forPeople({ view, version, authority, live, ...standing }: ViewStanding): string {
  const { building, head, lag, pace, stops, error, standsAside } = standing;
  return [
    `${authority}  ${view} (version ${version})  at ${count(live?.position ?? 0n)}`,
    `${lag === null ? 'lag unknown' : lag === 0n ? 'level' : `${count(lag)} behind`}${paceInWords(pace)}`,
    ...(building === null ? [] : [`being rebuilt, ${count(building.position)} of ${count(head)}`]),
    ...(standsAside ? [`left to a newer program, whose version is ${live?.version}`] : []),
    ...stops.map((stop) => {
      const words = stopInWords(stop, stop.generation !== live?.number);
      return `${words} (once that is put right: "views ${triedAgainBy(stop, live)} ${view}")`;
    }),
    ...(error === null ? [] : [`stopped: ${error.message}`]),
  ].join(', ');
}

/** Why a view stands still, and since when. */
export const stopInWords = (stop: Stop, ofRebuild = false): string =>
  `${ofRebuild ? 'its rebuild ' : ''}stopped at the event ${stop.id} (${stop.type} of ${stop.stream}, revision ${stop.revision}, ` +
  `position ${count(stop.position)}) since ${stop.since}, tried ${stop.attempts === 1 ? 'once' : `${stop.attempts} times`}: ${stop.error}`;
