import { readAnnexA, type ImportReport, type Population } from '#annex-a';
import {
  knownCharacteristics,
  type CharacteristicsList,
  type CommandAnswer,
  type CommandGateway,
  type CycleId,
  type Envelope,
  type ImportPopulation,
  type PersonId,
  type PopulationOf,
  type Refusal,
} from '#audit-cycle';
import { canonicalBytes, type BlobStore } from '#event-log';
import { freezeFrame } from './freeze-frame.js';
import type { SealedCharacteristics } from './sealed-characteristics.js';

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
 * Reads an authority's lists and makes them the population of a cycle. Frame and report, and sealed what the lists say of children's
 * characteristics, are stored before the event that names them by digest, so a crash leaves at worst a blob that nothing refers to.
 */
export class PopulationImport {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly blobs: BlobStore,
    private readonly characteristics: SealedCharacteristics,
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
    const characteristics = await this.sealed(sender.authority, cycle, reading.population.characteristics);
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
          characteristics,
        },
      },
    });
    if (!answer.ok) return answer;
    return { ok: true, answer, report, frame, unmatchedWorkers: frozen.unmatchedWorkers };
  }

  /** Null where the lists say nothing of any child: then there is nothing to keep. */
  private async sealed(
    authority: Envelope['authority'],
    cycle: CycleId,
    list: CharacteristicsList,
  ): Promise<ImportPopulation['characteristics']> {
    const known = knownCharacteristics(list);
    if (known.ethnicity + known.age + known.disability === 0) return null;
    const digest = await this.characteristics.keep(authority, cycle, list);
    return { digest, children: list.children.length, known };
  }
}
