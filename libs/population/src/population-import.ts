import { readAnnexA, type ImportReport, type Population } from '#annex-a';
import type { CommandAnswer, CommandGateway, Envelope, PersonId, PopulationOf, Refusal } from '#audit-cycle';
import { canonicalBytes, type BlobStore } from '#event-log';
import { freezeFrame } from './freeze-frame.js';

export interface PopulationFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The day that the lists speak of, ISO date. */
  readonly asAt: string;
  /** What the population is made of; open cases unless given. */
  readonly of?: PopulationOf;
  /** The first day of events and closures that counts, ISO date; all of them unless given. */
  readonly since?: string;
  /** What a person decided about headings that are not in the template. */
  readonly headings?: Readonly<Record<string, string>>;
  /** Workers' names as the lists write them, matched to people by a person. */
  readonly workers: ReadonlyMap<string, PersonId>;
}

export type ImportAnswer =
  | {
      readonly ok: true;
      readonly answer: CommandAnswer & { readonly ok: true };
      readonly report: ImportReport;
      readonly frame: string;
      readonly unmatchedWorkers: Population['workersAsWritten'];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads an authority's lists and makes them the population of a cycle. Frame and report are stored before the event that names
 * them by digest, so a crash leaves at worst a blob that nothing refers to.
 */
export class PopulationImport {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly blobs: BlobStore,
  ) {}

  async import(cycle: string, file: PopulationFile, sender: Omit<Envelope, 'order'>): Promise<ImportAnswer> {
    const { bytes, fileName, asAt, of = 'open-cases', since, headings = {}, workers } = file;
    const reading = await readAnnexA(bytes, {
      ...{ fileName, asAt, of, headings },
      ...(since === undefined ? {} : { since }),
    });
    if (!reading.ok) return reading;
    const { report } = reading.population;
    const frozen = freezeFrame(reading.population, asAt, workers);
    const [frame, reportDigest] = [
      await this.blobs.put(sender.authority, frozen.bytes),
      await this.blobs.put(sender.authority, canonicalBytes(report)),
    ];
    const answer = await this.gateway.execute({
      ...sender,
      order: {
        kind: 'cycle',
        id: cycle,
        command: {
          type: 'ImportPopulation',
          of,
          asAt,
          source: 'annex-a',
          frame,
          report: reportDigest,
          children: frozen.frame.entries.length,
          cohorts: report.cohorts,
          rows: {
            read: report.totals.rowsRead,
            used: report.totals.rowsUsed,
            excluded: report.totals.rowsExcluded,
            warned: report.totals.warnings,
          },
        },
      },
    });
    if (!answer.ok) return answer;
    return { ok: true, answer, report, frame, unmatchedWorkers: frozen.unmatchedWorkers };
  }
}
