import type { AuditId, AuthorityId, ChildId, Instant } from '#audit-cycle';
import { pageOf, rowsToRead, type Page, type Paging } from '../cursor.js';
import type { EscalationViewer } from '../escalations/who-sees.js';
import { peopleOf } from '../person-ties.js';
import type { Look, ViewReader } from '../view-reader.js';
import { caseRecordEntries, isOnRecord, type CaseRecordEntry, type CaseRecordItem } from './entry.js';
import { caseGrades, type CaseGrades } from './grades.js';
import { casesOf, entrySeenBy } from './kept-entries.js';
import { numberedGraders } from './numbered-graders.js';
import { recordedRounds } from './round-row.js';
import { caseRecordPeople, caseRecordView } from './rows.js';

export interface CaseRecordQuery extends Paging {
  readonly authority: AuthorityId;
  /**
   * Of a child: all of its audits, their actions, escalations, re-audits and reviews from outside. Of an audit: that audit with
   * what belongs to it.
   */
  readonly of: { readonly child: ChildId } | { readonly audit: AuditId };
  /** Who reads: what is about staff is kept from some. */
  readonly viewer: EscalationViewer;
  /** Whether the viewer is told who graded; otherwise they are numbered, but for the viewer. */
  readonly graders: 'named' | 'numbered';
  readonly asOf?: Instant | undefined;
}

/** What happened, in the order of the log. What is kept from the viewer leaves no entry. */
export function caseRecord(reader: ViewReader, query: CaseRecordQuery): Promise<Page<CaseRecordItem>> {
  return reader.look(caseRecordView, query.authority, async (look) => {
    const { after } = query;
    const seen = await entriesSeen(look, query);
    const entries = query.graders === 'named' ? seen : numberedGraders(seen, query.viewer.person);
    const left = entries.filter(({ position }) => after === undefined || BigInt(position) > BigInt(after.id));
    const page = left.slice(0, rowsToRead(query)).map(withoutRevision);
    return pageOf(query, page, ({ position }) => ({ value: '', id: position }), look.position);
  });
}

const withoutRevision = ({ revision: _revision, ...item }: CaseRecordEntry): CaseRecordItem => item;

export interface CaseGradesQuery {
  readonly authority: AuthorityId;
  readonly audit: AuditId;
  readonly asOf?: Instant | undefined;
}

/** Every grade that a case was ever given, side by side. Null when the view knows no such audit (at that moment). */
export function gradesOfCase(
  reader: ViewReader,
  { authority, audit, asOf }: CaseGradesQuery,
): Promise<(CaseGrades & { readonly position: string; readonly asOf: string | null }) | null> {
  return reader.look(caseRecordView, authority, async (look) => {
    const own = await entriesOf(look, { audit }, asOf);
    const grades = caseGrades(audit, inLogOrder([...own, ...(await reviewsOf(look, own, asOf))]));
    return grades === null ? null : { ...grades, position: look.position.toString(), asOf: asOf ?? null };
  });
}

/** All of them: the record of a child is a few hundred events at most. */
async function entriesSeen(
  look: Look,
  { of, viewer, asOf }: CaseRecordQuery,
): Promise<readonly CaseRecordEntry[]> {
  const known = await entriesOf(look, of);
  const asked = asOf === undefined ? known : await entriesOf(look, of, asOf);
  const people = peopleOf(await look.rows(caseRecordPeople, { where: { id: viewer.person } }));
  const isSeen = entrySeenBy(viewer, known, casesOf(known), people);
  return inLogOrder([...asked, ...(await reviewsOf(look, asked, asOf))]).filter(isSeen);
}

const entriesOf = async (
  look: Look,
  where: CaseRecordQuery['of'],
  asOf?: Instant,
): Promise<readonly CaseRecordEntry[]> =>
  (await look.rows(caseRecordEntries, { where, asOf })).filter(isOnRecord);

/** What rounds put on the records of the cases that these entries begin. */
async function reviewsOf(
  look: Look,
  entries: readonly CaseRecordEntry[],
  asOf: Instant | undefined,
): Promise<readonly CaseRecordEntry[]> {
  const cases = casesOf(entries);
  const rounds = await look.rows(recordedRounds, { asOf });
  return rounds
    .flatMap(({ shown }) => shown)
    .flatMap((entry) => {
      const of = cases.get(entry.audit);
      return of === undefined ? [] : { ...entry, child: of.child, cycle: of.cycle };
    });
}

const inLogOrder = (entries: readonly CaseRecordEntry[]): readonly CaseRecordEntry[] =>
  [...entries].sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1));
