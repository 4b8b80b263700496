import type { Acting, CommandAnswer, CommandGateway, Envelope, MeasureState, Refusal } from '#audit-cycle';
import { measureId } from '#authority-setup';
import { canonicalBytes, derivedId, sha256Hex, type BlobStore } from '#event-log';
import { readScorecard, type ScorecardReport, type ScorecardRow } from '#scorecard-file';
import { planRow, type Correction, type RowPlan } from './plan-row.js';
import { nameOf, type Source } from './row-commands.js';

export interface ScorecardUpload {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The day that the table speaks of, ISO date. */
  readonly on: string;
  /** What a person decided about headings that are not known. */
  readonly headings: Readonly<Record<string, string>>;
  readonly correction: Correction | null;
  /** Whether to look only. */
  readonly dryRun: boolean;
}

/** What a row became; of a dry run, what it would become. */
export interface ImportedRow {
  readonly sheet: string;
  readonly row: number;
  readonly ref: string | null;
  readonly title: string;
  /** Id of its measure. */
  readonly measure: string;
  /** `refused` rows leave nothing on the record, unless somebody else wrote there meanwhile: then what came before stays, and sending again goes on. */
  readonly became: 'defined' | 'reported' | 'unchanged' | 'refused';
  readonly targetsSet: boolean;
  readonly figuresReported: number;
  readonly figuresAlreadyReported: number;
  readonly refusals: readonly Pick<Refusal, 'code' | 'message'>[];
}

export type ScorecardImportAnswer =
  | {
      readonly ok: true;
      /** SHA-256 of the file. */
      readonly file: string;
      readonly report: ScorecardReport;
      readonly rows: readonly ImportedRow[];
      /** The last command that was recorded; null where nothing was. */
      readonly last: (CommandAnswer & { readonly ok: true }) | null;
    }
  | { readonly ok: false; readonly refusal: Refusal };

type Sender = Omit<Envelope, 'order' | 'seenRevision'>;
type FindMeasure = (authority: string, id: string) => Promise<MeasureState>;

/**
 * Makes the rows of a table measures, targets and figures. Each row is decided whole before anything of it is recorded. The ids of its
 * commands follow from file, row and content, and what is on record already is left alone: an import that was cut off, or sent twice,
 * is finished by sending the file again.
 */
export class ScorecardImport {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly blobs: BlobStore,
    private readonly find: FindMeasure,
  ) {}

  async import(upload: ScorecardUpload, sender: Sender, now: Acting['now']): Promise<ScorecardImportAnswer> {
    const { bytes, fileName, on, headings, dryRun } = upload;
    const reading = await readScorecard(bytes, { fileName, on, headings });
    if (!reading.ok) return reading;
    const { rows, report } = reading.scorecard;
    const file = dryRun ? sha256Hex(bytes) : await this.blobs.put(sender.authority, bytes);
    const imported: ImportedRow[] = [];
    let last: (CommandAnswer & { readonly ok: true }) | null = null;
    for (const row of rows) {
      const id = measureId(sender.authority, nameOf(row));
      const state = await this.find(sender.authority, id);
      const plan = planRow(row, state, { actor: sender.actor, now }, { on, file }, upload.correction);
      if (dryRun) imported.push(became(row, id, plan));
      else {
        const recorded = await this.record(row, id, plan, sender, file);
        last = recorded.last ?? last;
        imported.push(became(row, id, recorded.plan));
      }
    }
    return { ok: true, file, report, rows: imported, last };
  }

  private async record(
    { sheet, row }: ScorecardRow,
    id: string,
    plan: RowPlan,
    sender: Sender,
    file: Source['file'],
  ): Promise<{ readonly plan: RowPlan; readonly last: (CommandAnswer & { readonly ok: true }) | null }> {
    let last: (CommandAnswer & { readonly ok: true }) | null = null;
    for (const [n, command] of plan.commands.entries()) {
      const content = Buffer.from(canonicalBytes(command)).toString('utf8');
      const answer = await this.gateway.execute({
        ...sender,
        order: { kind: 'measure', id, command },
        correlation: sender.commandId,
        commandId: derivedId('scorecard-import', sender.authority, file, sheet, String(row), content),
      });
      if (!answer.ok)
        return { plan: { ...plan, commands: plan.commands.slice(0, n), refusals: [answer.refusal] }, last };
      last = answer;
    }
    return { plan, last };
  }
}

function became({ sheet, row, ref, title }: ScorecardRow, measure: string, plan: RowPlan): ImportedRow {
  const { commands, alreadyReported, refusals } = plan;
  const told = (type: string): number => commands.filter((command) => command.type === type).length;
  return {
    ...{ sheet, row, ref, title, measure },
    became:
      refusals.length > 0
        ? 'refused'
        : told('DefineMeasure') > 0
          ? 'defined'
          : commands.length > 0
            ? 'reported'
            : 'unchanged',
    targetsSet: told('SetTargets') > 0,
    figuresReported: told('ReportMeasure'),
    figuresAlreadyReported: alreadyReported,
    refusals: refusals.map(({ code, message }) => ({ code, message })),
  };
}
