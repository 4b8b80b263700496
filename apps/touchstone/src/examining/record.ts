import type { Finding } from '#command-line';
import { canonicalJson, sha256Hex, type RecordedEvent } from '#event-log';
import type { Installation } from '../installation/installation.js';

/** Reads every event of every authority: positions and revisions without a gap, and headers that vouch for what hangs off them. */
export async function examineRecord({ log }: Installation): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const authority of await log.authorities()) {
    const fault = await firstFault(log, authority);
    const about = `Record of ${authority}`;
    const events = (await log.head(authority)).toLocaleString('en-GB');
    findings.push(
      fault === null
        ? {
            about,
            state: 'sound',
            says: `${events} events, none missing, each with the facts and the narrative of its header`,
          }
        : { about, state: 'fault', says: fault },
    );
  }
  return findings;
}

async function firstFault(log: Installation['log'], authority: string): Promise<string | null> {
  const revisions = new Map<string, bigint>();
  let expected = 1n;
  for (let after = 0n; ;) {
    const { events, through } = await log.readAll(authority, { after });
    for (const event of events) {
      const fault = faultOf(event, expected, (revisions.get(event.header.stream) ?? -1n) + 1n);
      if (fault !== null) return `Event at position ${event.position} (${event.header.type}): ${fault}`;
      revisions.set(event.header.stream, event.revision);
      expected += 1n;
    }
    if (through === after) return null;
    after = through;
  }
}

function faultOf(event: RecordedEvent, position: bigint, revision: bigint): string | null {
  const { header, headerBytes, factsBytes, narrativeBytes } = event;
  if (event.position !== position) return `position ${position} is missing before it`;
  if (event.revision !== revision) return `revision ${revision} of its stream is missing before it`;
  if (canonicalJson(header) !== Buffer.from(headerBytes).toString('utf8'))
    return 'its header is not in canonical form';
  if (sha256Hex(factsBytes) !== header.facts) return 'its facts are not those that its header vouches for';
  const narrative = narrativeBytes === null ? null : sha256Hex(narrativeBytes);
  if (narrative !== (header.narrative?.digest ?? null))
    return 'its narrative is not the one that its header vouches for';
  return null;
}
