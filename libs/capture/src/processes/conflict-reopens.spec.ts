import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Audit } from '#audit-cycle';
import { MemoryEventLog } from '#event-log';
import { auditsOfCycle } from '../contexts/audits-of-cycle.js';
import { domainEvent } from '../deciding/domain-event.js';
import { AuthorityAtWork, PEOPLE, START } from '../testing/authority-at-work.js';
import { gradeAudit } from '../testing/grade-audit.js';

const { anna, lead, mo } = PEOPLE;

/** Something else is recorded first, once, between a decision and its record. */
class OvertakenLog extends MemoryEventLog {
  meanwhile: (() => Promise<void>) | null = null;

  override async append(
    ...given: Parameters<MemoryEventLog['append']>
  ): ReturnType<MemoryEventLog['append']> {
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    return super.append(...given);
  }
}

let log: OvertakenLog;
let work: AuthorityAtWork;
let cycle: string;
let audits: readonly { readonly audit: string; readonly state: Audit }[];

beforeEach(async () => {
  log = new OvertakenLog(() => new Date(START));
  work = await AuthorityAtWork.begin(log);
  cycle = await work.openCycle(4, 4);
  audits = await theirs();
});

async function theirs(): Promise<typeof audits> {
  const { streams } = work.gateway.lookups;
  const { state } = await streams.load(work.authority, 'cycle', cycle);
  if (state.status === 'not-planned') throw new Error('No cycle');
  return auditsOfCycle({ authority: work.authority, streams }, cycle, state);
}

const stateOf = async (audit: string): Promise<Audit> =>
  (await theirs()).find((one) => one.audit === audit)!.state;
const register = (child: string) =>
  work.done('person', anna, { type: 'RegisterConflict', child, relationship: 'personal' }, lead);
const allocate = (audit: string) =>
  work.done('case-audit', audit, { type: 'AllocateAuditor', auditor: anna });
const declared = async () =>
  (await work.log.readAll(work.authority, { filter: { types: ['ConflictDeclared'] } })).events;

describe('A conflict that is registered', () => {
  it('takes from its person each case of the child that they have, and no other', async () => {
    const [one, other] = [audits[0]!, audits[1]!];
    await allocate(one.audit);
    await allocate(other.audit);
    await register(one.state.selected.child);
    await work.gateway.catchUp(work.authority);
    expect(await stateOf(one.audit)).toMatchObject({ status: 'selected', auditor: null, conflicted: [anna] });
    expect(await stateOf(other.audit)).toMatchObject({ status: 'allocated', auditor: anna });
    expect((await declared()).map((event) => domainEvent<'case-audit'>(event).facts)).toEqual([
      { person: anna, as: 'auditor', relationship: 'personal' },
    ]);
  });

  it('takes a case that has begun, and what was answered stays', async () => {
    const { audit, state } = audits[0]!;
    await allocate(audit);
    await work.done('case-audit', audit, { type: 'StartAudit' }, anna);
    const answer = { kind: 'grade', grade: 'good' } as const;
    await work.done('case-audit', audit, { type: 'GradeSection', section: 'safety', answer }, anna);
    await register(state.selected.child);
    await work.gateway.catchUp(work.authority);
    const after = await stateOf(audit);
    expect([after.status, after.auditor, after.sections.size]).toEqual(['in-progress', null, 1]);
  });

  it('is found by an allocation that was decided before and recorded after it', async () => {
    const { audit, state } = audits[0]!;
    log.meanwhile = async () => {
      await register(state.selected.child);
      await work.gateway.catchUp(work.authority);
      expect(await declared()).toEqual([]);
    };
    await allocate(audit);
    expect(log.meanwhile).toBeNull();
    await work.gateway.catchUp(work.authority);
    expect((await stateOf(audit)).auditor).toBeNull();
  });

  it('changes nothing when it is carried on again', async () => {
    const { audit, state } = audits[0]!;
    await allocate(audit);
    await register(state.selected.child);
    await work.gateway.catchUp(work.authority);
    const head = await work.log.head(work.authority);
    for (let n = 0; n < 2; n++) {
      const again = new AuthorityAtWork(work.log);
      again.now = work.now;
      again.blobs.put = work.blobs.put.bind(work.blobs);
      again.blobs.get = work.blobs.get.bind(work.blobs);
      await again.gateway.catchUp(work.authority);
      expect(await work.log.head(work.authority)).toBe(head);
    }
  });

  it('is no matter for somebody else who has the case', async () => {
    const { audit, state } = audits[0]!;
    await allocate(audit);
    await work.done('person', PEOPLE.otto, {
      type: 'RegisterConflict',
      child: state.selected.child,
      relationship: 'worker',
    });
    await work.gateway.catchUp(work.authority);
    expect((await stateOf(audit)).auditor).toBe(anna);
    expect(work.reports).toEqual([]);
  });

  it('leaves to its auditor what they have graded, and takes from its moderator what they have not moderated', async () => {
    const { audit, state } = audits[0]!;
    const child = state.selected.child;
    await gradeAudit(work, audit, anna);
    await work.done('case-audit', audit, { type: 'AllocateModerator', moderator: mo });
    await register(child);
    await work.done('person', mo, { type: 'RegisterConflict', child, relationship: 'personal' });
    await work.gateway.catchUp(work.authority);
    expect(await stateOf(audit)).toMatchObject({ status: 'graded', auditor: anna, moderator: null });
    expect(work.reports).toEqual([]);
  });
});
