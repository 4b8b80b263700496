import { isDrawnForModeration, moderationDrawText, type Policy } from '#audit-cycle';
import { simulatedSecret } from '#authority-setup';
import { sha256Hex } from '#event-log';
import type { Happened, Watcher } from './history.js';
import type { Ties } from './ties.js';

interface Graded {
  readonly cycle: string;
  first: string | null;
  submitted: string | null;
  /** Of the grade that stands. */
  moderated: string | null;
  settled: string | null;
  rules: Set<string>;
  readonly asked: Set<string>;
  readonly graders: Set<string>;
  readonly moderators: Set<string>;
  readonly settlers: Set<string>;
  readonly touched: Set<string>;
  readonly conflicted: Set<string>;
  returned: boolean;
  disputed: boolean;
  end: 'finalised' | 'withdrawn' | null;
}

/** Who may grade, what asks for moderation, and that no grade is changed without a reason. */
export class Grades implements Watcher {
  readonly findings: string[] = [];
  readonly audits = new Map<string, Graded>();
  private readonly policies = new Map<string, Policy>();
  private readonly approved = new Set<string>();

  constructor(private readonly ties: Ties) {}

  see(event: Happened): void {
    if (event.type === 'AuditorApproved') this.approved.add(event.id);
    if (event.type === 'CyclePlanned') this.policies.set(event.id, event.facts.policy);
    if (event.type === 'CaseSelected') this.audits.set(event.id, selected(event.facts.cycle));
    if (event.kind === 'case-audit') this.seeAudit(event, this.audits.get(event.id)!);
    if (event.type === 'CaseReaudited') this.reaudited(event.facts.audit, event);
    if (event.type === 'BlindGradeCommitted') this.blind(event.facts.audit, event);
  }

  /** The grade that stands, by the log. */
  standing(audit: string): string | null {
    const graded = this.audits.get(audit);
    return graded === undefined ? null : (graded.settled ?? graded.moderated ?? graded.submitted);
  }

  private seeAudit(event: Happened, audit: Graded): void {
    audit.touched.add(event.by);
    if (event.type === 'CaseGraded') {
      this.graded(event, audit);
    }
    if (event.type === 'ModerationRequired') {
      audit.asked.add(event.facts.rule);
    }
    if (event.type === 'AuditorAllocated') this.judge(event, event.facts.auditor, audit, 'was given');
    if (event.type === 'ModeratorAllocated') this.judge(event, event.facts.moderator, audit, 'was given');
    if (event.type === 'AuditorReplaced' || event.type === 'ModeratorReplaced')
      this.judge(event, event.facts.to, audit, 'was given');
    if (event.type === 'ConflictDeclared') {
      audit.conflicted.add(event.facts.person);
    }
    if (event.type === 'GradeModerated') {
      const { moderator, from, to, reasonCode, sections } = event.facts;
      this.judge(event, moderator, audit, 'moderated');
      if (audit.graders.has(moderator)) this.say(event, `${moderator} moderated a case that they graded`);
      this.changed(event, from, to, reasonCode);
      if (from !== audit.submitted) this.say(event, 'moderated another grade than was submitted');
      for (const section of sections)
        if (section.from === section.to || section.reasonCode === '')
          this.say(event, 'a section without a reason');
      audit.moderated = to;
      audit.moderators.add(moderator);
    }
    if (event.type === 'AuditReturned') {
      const { grade, reasonCode } = event.facts;
      if (grade !== this.standing(event.id)) this.say(event, 'returned another grade than it had');
      if (reasonCode === '' || !event.said['reason']) this.say(event, 'returned without a reason');
      Object.assign(audit, { moderated: null, settled: null, returned: true });
    }
    if (event.type === 'GradeDisputed') {
      audit.disputed = true;
      if (event.facts.by !== event.by || !audit.graders.has(event.by)) this.say(event, 'disputed by another');
    }
    if (event.type === 'GradeSettled') {
      const { panel, from, grade, reasonCode } = event.facts;
      if (new Set(panel).size < 2) this.say(event, 'settled by fewer than two');
      for (const person of panel) {
        this.judge(event, person, audit, 'settled');
        if (audit.graders.has(person) || audit.moderators.has(person))
          this.say(event, `${person} settled their own`);
        audit.settlers.add(person);
      }
      this.changed(event, from, grade, reasonCode);
      Object.assign(audit, { settled: grade, disputed: false });
    }
    if (event.type === 'AuditFinalised') {
      this.finalised(event, audit);
    }
    if (event.type === 'AuditWithdrawn') {
      const { approvedBy, reasonCode, afterGrading } = event.facts;
      if (audit.first !== null && !afterGrading) this.say(event, 'graded, and withdrawn as if it were not');
      if (audit.first !== null && approvedBy === null && reasonCode !== 'child-died')
        this.say(event, 'graded, and withdrawn without approval');
      if (approvedBy !== null && approvedBy === event.facts.requestedBy)
        this.say(event, 'approved by who asked');
      this.ends(event, audit, 'withdrawn');
    }
  }

  private graded(event: Happened & { type: 'CaseGraded' }, audit: Graded): void {
    const { grade, auditor, attempt, limitedBy, limitReasonCode } = event.facts;
    this.judge(event, auditor, audit, 'graded');
    if (audit.moderators.has(auditor)) this.say(event, `${auditor} graded a case that they moderated`);
    if (audit.first !== null && !audit.returned) this.say(event, 'graded again without a return');
    if ((attempt === 1) !== (audit.first === null)) this.say(event, `attempt ${attempt} is not its place`);
    if (limitReasonCode !== null && limitedBy.length === 0)
      this.say(event, 'above a limit that there is not');
    audit.first ??= grade;
    Object.assign(audit, {
      submitted: grade,
      moderated: null,
      settled: null,
      returned: false,
      disputed: false,
    });
    audit.graders.add(auditor);
    const { grades, randomSharePercent, unapprovedAuditors } = this.policies.get(audit.cycle)!.moderation;
    const draw = sha256Hex(moderationDrawText(simulatedSecret(audit.cycle), event.id));
    if (grades.some((one) => one === grade)) audit.rules.add('grade');
    if (unapprovedAuditors && !this.approved.has(auditor)) audit.rules.add('unapproved-auditor');
    if (isDrawnForModeration(draw, randomSharePercent)) audit.rules.add('random');
    if (limitReasonCode !== null) audit.rules.add('above-limit');
  }

  private finalised(event: Happened & { type: 'AuditFinalised' }, audit: Graded): void {
    const { grade, lineage } = event.facts;
    const rules = new Set([...audit.rules, ...audit.asked]);
    for (const rule of audit.rules)
      if (!audit.asked.has(rule)) this.say(event, `nobody was told of the rule ${rule}`);
    if (rules.size > 0 && audit.moderated === null)
      this.say(event, `not moderated, for all of ${[...rules].join()}`);
    if (audit.disputed) this.say(event, 'disputed and not settled');
    if (audit.returned) this.say(event, 'returned and not graded again');
    if (grade !== this.standing(event.id)) this.say(event, 'with another grade than stands');
    if (lineage.submitted !== audit.first) this.say(event, 'has lost its first grade');
    this.ends(event, audit, 'finalised');
  }

  private ends(event: Happened, audit: Graded, end: 'finalised' | 'withdrawn'): void {
    if (audit.end !== null) this.say(event, `ended twice, first ${audit.end}`);
    audit.end = end;
  }

  private reaudited(audit: string, event: Happened & { type: 'CaseReaudited' }): void {
    const { reAuditor } = event.facts;
    const { graders, moderators, settlers, end } = this.audits.get(audit)!;
    if (end !== 'finalised') this.say(event, 're-audited and not final');
    for (const hands of [graders, moderators, settlers])
      if (hands.has(reAuditor)) this.say(event, `${reAuditor} re-audited a case that they had a hand in`);
    this.independent(event, reAuditor, audit, 're-audited');
  }

  private blind(audit: string, event: Happened & { type: 'BlindGradeCommitted' }): void {
    const { reviewer } = event.facts;
    if (this.audits.get(audit)!.touched.has(reviewer)) this.say(event, `${reviewer} had a hand in it`);
    this.independent(event, reviewer, audit, 'graded blind');
  }

  private judge(event: Happened, person: string, { conflicted }: Graded, did: string): void {
    this.independent(event, person, event.id, did);
    if (conflicted.has(person)) this.say(event, `${person} ${did} it after a conflict was declared`);
  }

  private independent(event: Happened, person: string, audit: string, did: string): void {
    const tie = this.ties.tie(person, audit, event.on);
    if (tie !== null) this.say(event, `${person} ${did} it and is ${tie}`);
  }

  private changed(event: Happened, from: string, to: string, reasonCode: string | null): void {
    if (from !== to && (!reasonCode || !event.said['reason']))
      this.say(event, 'a grade changed without a reason');
  }

  private say({ type, id }: Happened, what: string): void {
    this.findings.push(`${type} of ${id}: ${what}`);
  }
}

const selected = (cycle: string): Graded => ({
  cycle,
  ...{
    first: null,
    submitted: null,
    moderated: null,
    settled: null,
    returned: false,
    disputed: false,
    end: null,
  },
  ...{ rules: new Set(), asked: new Set(), graders: new Set(), moderators: new Set() },
  ...{ settlers: new Set(), touched: new Set(), conflicted: new Set() },
});
