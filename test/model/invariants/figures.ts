import {
  actionCompletionView,
  completionFigure,
  gradedAudits,
  GRADE_STAGES,
  gradingFigure,
  trackedActions,
  viewEvent,
  type GradedAudit,
  type StreamId,
  type TableFold,
  type TrackedAction,
} from '#views';
import { factsOf, parseStreamName, type RecordedEvent } from '#event-log';
import type { Happened } from './history.js';
import type { Grades } from './grades.js';

const folded = <Row extends object>(table: TableFold<Row>, events: readonly RecordedEvent[]): Row[] => {
  const rows = new Map<string, Row>();
  for (const event of events) {
    const { header, position, revision, recordedAt } = event;
    const stream = parseStreamName(header.stream) as unknown as StreamId;
    if (!table.kinds.includes(stream.kind)) continue;
    const { id, occurredAt, actor } = header;
    const place = { position, stream, revision, id, occurredAt, recordedAt, actor };
    const seen = viewEvent(place, header.type, header.schema, factsOf(event));
    rows.set(stream.id, table.fold(rows.get(stream.id) ?? null, seen));
  }
  return [...rows.values()];
};

/** The figures of every cycle against what is counted from the log in another way. */
export function figureFindings(
  events: readonly RecordedEvent[],
  history: readonly Happened[],
  grades: Grades,
  today: string,
): readonly string[] {
  const findings: string[] = [];
  const differ = (what: string, figure: unknown, log: unknown): void => {
    if (figure !== log) findings.push(`${what}: the figure says ${String(figure)}, the log ${String(log)}`);
  };
  const all = folded(gradedAudits, events);
  const actions = folded(trackedActions, events);
  for (const audit of all)
    differ(`first grade of ${audit.id}`, audit.submittedGrade, grades.audits.get(audit.id)?.first);
  for (const cycle of new Set(all.map((audit) => audit.cycle))) gradesOf(cycle, all, history, grades, differ);
  for (const cycle of new Set(actions.flatMap((action) => action.cycle ?? [])))
    actionsOf(cycle, actions, history, today, differ);
  return findings;
}

/** The closing of a cycle counts before what was decided about its last audits in the same moment. */
const asClosed = (audit: GradedAudit, withoutGrade: readonly string[]): GradedAudit =>
  withoutGrade.includes(audit.id) ? { ...audit, finalGrade: null, withdrawn: null } : audit;

type Differ = (what: string, figure: unknown, log: unknown) => void;

function gradesOf(
  cycle: string,
  all: readonly GradedAudit[],
  history: readonly Happened[],
  grades: Grades,
  differ: Differ,
): void {
  const closing = history.find(({ type, id }) => type === 'CycleClosed' && id === cycle);
  const withoutGrade = closing?.type === 'CycleClosed' ? closing.facts.withoutGrade : [];
  const rows = all.filter((audit) => audit.cycle === cycle).map((audit) => asClosed(audit, withoutGrade));
  const audits = [...grades.audits].filter(([, audit]) => audit.cycle === cycle);
  const left = (id: string, end: string | null): boolean => end === 'withdrawn' && !withoutGrade.includes(id);
  const stay = audits.filter(([id, { end }]) => !left(id, end));
  const graded = {
    auditor: stay.filter(([, { first }]) => first !== null),
    final: stay.filter(([id, { end }]) => end === 'finalised' && !withoutGrade.includes(id)),
  };
  for (const stage of GRADE_STAGES) {
    const figure = gradingFigure(rows, () => closing !== undefined, stage);
    const of = `${stage} grades of cycle ${cycle}`;
    differ(`selected, ${of}`, figure.total + figure.withdrawn, audits.length);
    differ(`withdrawn, ${of}`, figure.withdrawn, audits.length - stay.length);
    differ(`graded, ${of}`, figure.graded, graded[stage].length);
    differ(`sum, ${of}`, figure.graded + figure.inProgress + figure.noGradeRecorded, stay.length);
    differ(`in progress, ${of}`, figure.inProgress, closing ? 0 : stay.length - graded[stage].length);
    for (const { grade, n } of figure.rows.slice(0, 4))
      differ(
        `${grade}, ${of}`,
        n,
        graded[stage].filter(
          ([id, { first }]) => (stage === 'auditor' ? first : grades.standing(id)) === grade,
        ).length,
      );
  }
}

const ACTION_STEPS: readonly string[] = [
  ...['ActionSet', 'ActionReportedDone', 'ActionReopened', 'ActionVerified', 'ActionCancelled'],
];

function actionsOf(
  cycle: string,
  all: readonly TrackedAction[],
  history: readonly Happened[],
  today: string,
  differ: Differ,
): void {
  const figure = completionFigure(
    all.filter((action) => action.cycle === cycle),
    today,
  );
  const mine = new Set(
    history.flatMap((event) =>
      event.type === 'ActionSet' && cycleOf(event.facts) === cycle ? event.id : [],
    ),
  );
  const last = new Map(
    history
      .filter(({ id, type }) => mine.has(id) && ACTION_STEPS.includes(type))
      .map((event) => [event.id, event]),
  );
  const ended = (type: string, verdict?: string): number =>
    [...last.values()].filter(
      (event) => event.type === type && (event.type !== 'ActionVerified' || event.facts.verdict === verdict),
    ).length;
  const of = `of cycle ${cycle} in ${actionCompletionView.name}`;
  differ(`set ${of}`, figure.set, mine.size);
  differ(`open ${of}`, figure.open, ended('ActionSet') + ended('ActionReopened'));
  differ(`reported ${of}`, figure.reportedDone, ended('ActionReportedDone'));
  differ(`done ${of}`, figure.verifiedDone, ended('ActionVerified', 'done'));
  differ(`partly ${of}`, figure.verifiedPartly, ended('ActionVerified', 'partly'));
  differ(`not done ${of}`, figure.verifiedNotDone, ended('ActionVerified', 'not-done'));
  differ(`cancelled ${of}`, figure.cancelled, ended('ActionCancelled'));
}

const cycleOf = ({ source }: Extract<Happened, { type: 'ActionSet' }>['facts']): string | null =>
  source.kind === 'audit' ? source.cycle : null;
