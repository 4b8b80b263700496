import { beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, type AuditCycleEvent } from '#audit-cycle';
import { simulate, type SimulationOptions } from './simulate.js';
import { everythingIn, inMemory, onRecord, only, type Told } from './testing/a-record.js';
import { independenceIn } from './testing/breaches.js';

const LARGER: SimulationOptions = {
  ...{ authority: 'simulated', name: 'Simulated', cases: 100, cycles: 4 },
  ...{ seed: 3, drawSeed: 'from-seed' },
};

const CLEARED = 'nobody in a simulation looks at what is sealed';
/** What no made-up person does, and why. */
const NEVER: Partial<Record<AuditCycleEvent['type'], string>> = {
  ClearanceGiven: CLEARED,
  ClearanceWithdrawn: CLEARED,
};

describe('a larger simulation: four cycles of a hundred cases', () => {
  let events: readonly Told[];

  beforeAll(async () => {
    const stores = inMemory();
    await onRecord(stores, (ports) => simulate(LARGER, ports));
    events = await everythingIn(stores, LARGER.authority);
  }, 120_000);

  it('emits every type of event that there is', () => {
    const emitted = new Set<string>(events.map(({ type }) => type));
    const missing = Object.keys(EVENT_SCHEMAS).filter((type) => !emitted.has(type));
    expect(missing.sort()).toEqual(Object.keys(NEVER).sort());
  });

  it('draws a sample again where the first was a case short, and retires a tool that has a better version', () => {
    for (const { id, facts } of only(events, 'SampleRedrawn')) {
      const first = only(events, 'SampleDrawn').find((one) => one.id === id)!;
      expect(facts.sample.size).toBe(first.facts.sample.size + 1);
      expect(facts.sample.frame).toBe(first.facts.sample.frame);
    }
    const [retired] = only(events, 'ToolRetired');
    const versions = only(events, 'ToolPublished').filter(({ id }) => id === retired!.id);
    expect([retired!.facts.version, versions.map(({ facts }) => facts.version)]).toEqual([1, [1, 2]]);
  });

  it('looks at referrals and at plans beside the core audits; a dip sample is graded in one day by each auditor', () => {
    const planned = only(events, 'CyclePlanned');
    expect(planned.map(({ facts }) => facts.kind).sort()).toEqual([
      ...['core', 'core', 'core', 'core', 'dip-sample', 'plans-audit'],
    ]);
    const dip = planned.find(({ facts }) => facts.kind === 'dip-sample')!;
    const [imported] = only(events, 'PopulationImported').filter(({ id }) => id === dip.id);
    expect(imported!.facts.of).toBe('referrals');
    const ofDip = new Set(
      only(events, 'CaseSelected').flatMap(({ id, facts }) => (facts.cycle === dip.id ? id : [])),
    );
    const graded = only(events, 'CaseGraded').filter(({ id, facts }) => ofDip.has(id) && facts.attempt === 1);
    expect(graded.length).toBeGreaterThan(10);
    const days = Map.groupBy(graded, ({ facts }) => facts.auditor);
    for (const theirs of days.values())
      expect(new Set(theirs.map(({ occurredAt }) => occurredAt.slice(0, 10))).size).toBe(1);
    const voices = only(events, 'VoiceRecorded').filter(({ id }) => ofDip.has(id));
    expect(voices).toEqual([]);
  });

  it('suggests nobody beyond their capacity', () => {
    const cycleOf = new Map(only(events, 'CaseSelected').map(({ id, facts }) => [id, facts.cycle]));
    const capacity = new Map(only(events, 'CapacitySet').map(({ id, facts }) => [id, facts.audits]));
    const given = only(events, 'AuditorAllocated');
    const suggested = given.filter(({ facts }) => facts.how === 'suggested');
    for (const { id, facts, occurredAt } of suggested) {
      const before = suggested.filter(
        (one) =>
          one.facts.auditor === facts.auditor &&
          cycleOf.get(one.id) === cycleOf.get(id) &&
          one.occurredAt <= occurredAt,
      );
      expect(before.length).toBeLessThanOrEqual(capacity.get(facts.auditor)!);
    }
    expect(suggested.length).toBeGreaterThan(given.length / 2);
  });

  it('has nobody judge what they are tied to, whatever the judgement', () => {
    const { judgements, breaches } = independenceIn(events);
    expect(breaches).toEqual([]);
    expect(judgements).toBeGreaterThan(1500);
  });

  it('takes a case from whoever turns out to be tied to it, by their own word and by the product', () => {
    const declared = only(events, 'ConflictDeclared');
    const byProduct = declared.filter(({ actor }) => actor === 'conflict-reopens');
    expect(byProduct.length).toBeGreaterThan(0);
    expect(declared.length).toBeGreaterThan(byProduct.length);
    for (const { id, facts, occurredAt } of declared.filter((one) => one.facts.as === 'auditor')) {
      const judged = only(events, 'CaseGraded').filter((one) => one.id === id && one.occurredAt > occurredAt);
      expect(judged.length).toBeGreaterThan(0);
      expect(judged.map((one) => one.facts.auditor)).not.toContain(facts.person);
    }
  });

  it('moderates for what a grade, the draw, a limit or somebody asks, blind and seen, upheld and changed', () => {
    const rules = only(events, 'ModerationRequired').map(({ facts }) => facts.rule);
    expect(rules).toEqual(expect.arrayContaining(['above-limit', 'grade', 'random', 'requested']));
    const moderated = only(events, 'GradeModerated').map(({ facts }) => `${facts.manner} ${facts.outcome}`);
    expect([...new Set(moderated)].sort()).toEqual([
      'blind changed',
      'blind upheld',
      'seen changed',
      'seen upheld',
    ]);
  });

  it('resolves every escalation that is opened, be it of a risk, of an audit, of a re-audit or of a review from outside', () => {
    const opened = only(events, 'EscalationOpened');
    const ids = (type: 'EscalationOpened' | 'EscalationAcknowledged' | 'EscalationResolved'): string[] =>
      only(events, type)
        .map(({ id }) => id)
        .sort();
    expect(ids('EscalationResolved')).toEqual(ids('EscalationOpened'));
    expect(ids('EscalationAcknowledged')).toEqual(ids('EscalationOpened'));
    const isFinding = (event: Told): boolean =>
      event.type === 'ImmediateRiskRaised' ||
      (event.type === 'CaseGraded' && event.facts.grade === 'inadequate') ||
      (event.type === 'GradeModerated' &&
        event.facts.from !== 'inadequate' &&
        event.facts.to === 'inadequate') ||
      (event.type === 'CaseReaudited' && event.facts.grade === 'inadequate') ||
      (event.type === 'GradesCompared' &&
        event.facts.ours !== 'inadequate' &&
        event.facts.theirs === 'inadequate');
    const findings = events.filter(isFinding);
    expect(opened).toHaveLength(findings.length);
    expect(new Set(findings.map(({ type }) => type)).size).toBe(5);
  });

  it('leaves an audit whose moderation was missed for good unfinalised, and without a grade at the closing', () => {
    const ended = new Set(
      [...only(events, 'GradeModerated'), ...only(events, 'AuditWithdrawn')].map(({ id }) => id),
    );
    const missed = only(events, 'ModerationMissed').filter(({ id }) => !ended.has(id));
    const withoutGrade = only(events, 'CycleClosed').flatMap(({ facts }) => facts.withoutGrade);
    const finalised = only(events, 'AuditFinalised').map(({ id }) => id);
    expect(missed.length).toBeGreaterThan(0);
    for (const { id } of missed) {
      expect(withoutGrade).toContain(id);
      expect(finalised).not.toContain(id);
    }
  });

  it('audits again what the draws came to, weeks after the cycle closed', () => {
    const drawn = only(events, 'ReAuditsDrawn').flatMap(({ facts }) =>
      facts.chosen.map(({ audit }) => audit),
    );
    const again = only(events, 'CaseSelectedForReAudit').map(({ facts }) => facts.audit);
    const ended = [...only(events, 'CaseReaudited'), ...only(events, 'ReAuditWithdrawn')].map(({ id }) => id);
    expect([...again].sort()).toEqual([...drawn].sort());
    expect(ended).toHaveLength(again.length);
  });

  it('reports each measure each month, and asks for one review at a time, which a surgery with audited children answers', () => {
    const reported = only(events, 'MeasureReported').filter(({ facts }) => facts.correction === null);
    const months = [...new Set(reported.map(({ facts }) => facts.period.to))];
    const current = reported.filter(({ facts }) => facts.series === 'current');
    expect(months).toHaveLength(8);
    expect(current).toHaveLength(8 * only(events, 'MeasureDefined').length);
    const audited = new Set(only(events, 'CaseSelected').map(({ facts }) => facts.child));
    const open = new Map<string, string>();
    for (const event of events) {
      if (event.type === 'ReviewRequested') {
        expect(open.has(event.id)).toBe(false);
        open.set(event.id, event.facts.why);
      }
      if (event.type !== 'SurgeryHeld') continue;
      expect(event.facts.reviewRequested?.why).toBe(open.get(event.id));
      expect(event.facts.cases.filter((child) => !audited.has(child))).toEqual([]);
      open.delete(event.id);
    }
    expect(open.size).toBeLessThan(only(events, 'ReviewRequested').length);
  });

  it('sets actions from many surgeries, and has somebody else than the owner look whether they were done', () => {
    const held = new Map(
      only(events, 'SurgeryHeld').map((one) => [`${one.id} ${one.facts.surgery}`, one.occurredAt]),
    );
    const ofSurgeries = only(events, 'ActionSet').flatMap(({ id, facts, occurredAt }) =>
      facts.source.kind === 'measure' ? [{ id, ...facts, ...facts.source, occurredAt }] : [],
    );
    for (const { measure, surgery, occurredAt } of ofSurgeries)
      expect(held.get(`${measure} ${surgery}`)! <= occurredAt).toBe(true);
    const owners = new Map(ofSurgeries.map(({ id, owner }) => [id, owner]));
    const verified = only(events, 'ActionVerified').filter(({ id }) => owners.has(id));
    for (const { id, actor } of verified) expect(actor).not.toBe(owners.get(id));
    expect(ofSurgeries.length).toBeLessThan(held.size);
    expect(verified.length).toBeGreaterThan(0);
  });

  it('finds red what is worse than the minimum, computed here from numerator and denominator, and nothing else', () => {
    const lower = new Set(
      only(events, 'MeasureDefined').flatMap(({ id, facts }) =>
        facts.definition.polarity === 'lower-is-better' ? [id] : [],
      ),
    );
    const places = (found: readonly Told[]): readonly string[] =>
      found.map(({ id, facts }) => {
        const { series, period } = facts as { series: string; period: { to: string } };
        return `${id} ${series} ${period.to}`;
      });
    const targets = only(events, 'TargetsSet');
    const red = only(events, 'MeasureReported').filter(({ id, facts }) => {
      const minimum = targets.findLast((one) => one.id === id && one.facts.definition === facts.definition)
        ?.facts.minimum;
      if (minimum === undefined || minimum === null) return false;
      const percent = (100 * facts.numerator!) / facts.denominator!;
      return lower.has(id) ? percent > Number(minimum) : percent < Number(minimum);
    });
    expect(places(only(events, 'ThresholdBreached')).toSorted()).toEqual(places(red).toSorted());
    expect(red.length).toBeGreaterThan(8);
  });

  it('compares every blind grade of a round with ours, and counts in the conclusion what it compared', () => {
    for (const { id, facts } of only(events, 'RoundConcluded')) {
      const compared = only(events, 'GradesCompared').filter((one) => one.id === id);
      const agreed = compared.filter((one) => one.facts.ours === one.facts.theirs);
      expect({ n: facts.n, agreed: facts.agreed }).toEqual({ n: compared.length, agreed: agreed.length });
      expect(facts.n).toBeGreaterThan(0);
    }
    expect(only(events, 'RoundConcluded').length).toBeGreaterThan(0);
  });
});
