import {
  DEFAULT_POLICY,
  londonDate,
  type ActionId,
  type ActionVerdict,
  type Grade,
  type ImprovementAction,
  type ImprovementActionCommand,
  type Instant,
  type IsoDate,
} from '#audit-cycle';
import type { Chance } from '../chance.js';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
import type { Shares } from '../shares.js';
import { workingDay } from '../working-time.js';
import { ActionOwners } from './action-owners.js';
import { priorityFor } from './actions-for.js';
import { MadeUpTexts, themesToActOn } from './made-up-texts.js';
import type { CaseToTell, World } from './world.js';

/** Working days from the grade within which a returned audit is graded again. */
const DAYS_OF_A_RETURN = 12;

export interface ActionToTell {
  /** From 0, within its audit. */
  readonly number: number;
  readonly setBy: MadeUpPerson;
  readonly at: Instant;
  /** The grade that the case will end with: worse cases get more urgent actions. */
  readonly grade: Grade;
  /** Open actions of the child that were looked at. */
  readonly seen: readonly ActionId[];
}

/** What becomes of one improvement action: most are done, some late, some never; somebody else looks whether they were. */
export class ActionStory {
  readonly id: ActionId;
  readonly theme: string;
  readonly steps: Step[] = [];
  /** The day of the owner's last claim that it is done. */
  reportedOn: IsoDate | null = null;
  verdict: ActionVerdict | null = null;
  cancelledAt: Instant | null = null;
  private readonly chance: Chance;
  private readonly texts: MadeUpTexts;
  private readonly diary: Diary;
  private readonly setOn: IsoDate;
  private readonly owners: ActionOwners;

  constructor(
    private readonly world: World,
    private readonly about: CaseToTell,
    private readonly action: ActionToTell,
  ) {
    this.id = world.maker.id('action', about.audit, String(action.number));
    this.chance = world.chance.of('action', this.id);
    this.texts = new MadeUpTexts(this.chance);
    this.theme = this.chance.pick(themesToActOn(about.tool), 'theme');
    this.setOn = action.at.slice(0, 10);
    this.diary = new Diary(this.chance, this.setOn);
    this.owners = new ActionOwners(
      world.directory,
      about.subject,
      this.setOn,
      this.chance,
      this.shares.workerOwns,
    );
    const workingDays = this.set();
    this.live(workingDays);
  }

  private get shares(): Shares['actions'] {
    return this.world.shares.actions;
  }

  /** How it stands at a moment, by what was told until then. */
  standingAt(moment: Instant): Pick<ImprovementAction, 'status' | 'reportedOn'> {
    let reportedOn: IsoDate | null = null;
    for (const { at, order, mustBeRefused } of this.steps) {
      const { command } = order;
      if (at > moment || mustBeRefused) continue;
      if (command.type === 'CancelAction') return { status: 'cancelled', reportedOn };
      if (command.type === 'ReportDone') reportedOn = londonDate(at);
      if (command.type === 'ReopenAction') reportedOn = null;
    }
    return { status: reportedOn === null ? 'open' : 'reported-done', reportedOn };
  }

  private set(): number {
    const { grade, setBy, at, seen } = this.action;
    const priority = priorityFor(grade, this.chance);
    const kind = this.chance.happens(this.shares.forImpact, 'kind') ? 'impact' : 'compliance';
    const [before] = this.about.earlierActions;
    const [besides] = seen;
    const earlier =
      before ?? (this.chance.happens(this.shares.oneBeside, 'repeats-besides') ? besides : undefined);
    const repeats =
      earlier !== undefined && this.chance.happens(this.shares.repeats, 'repeats')
        ? { repeats: earlier }
        : {};
    const command: ImprovementActionCommand = {
      type: 'SetAction',
      ...{ audit: this.about.audit, owner: this.owners.current.id, team: null, priority, kind, ...repeats },
      text: this.texts.toDo(this.theme, 'set'),
      theme: this.theme,
      lineOfEnquiry: null,
      openActionsSeen: seen,
    };
    this.add(setBy, command, '', at);
    const { actionDue } = DEFAULT_POLICY;
    return kind === 'impact' ? actionDue.impact : actionDue[priority];
  }

  private live(workingDays: number): void {
    if (
      this.chance.happens(this.shares.accepted, 'accepted') &&
      !this.owners.haveLeftBy(workingDay(this.setOn, 4))
    )
      this.accept();
    const { cancelled, neverDone, late } = this.shares;
    const fate = this.chance.uniform('fate');
    const due = workingDay(this.setOn, workingDays);
    if (fate < cancelled) this.cancel();
    else if (fate < cancelled + neverDone) this.neverDone(due);
    else this.done(due, workingDays, fate > 1 - late);
  }

  private accept(): void {
    this.diary.afterDays(this.chance.between(1, 3, `accepted/${this.owners.current.id}`));
    this.add(this.owners.current, { type: 'AcceptAction' }, this.owners.current.id);
    if (this.owners.all.length === 1) this.follow();
  }

  /** What owner and line manager note while it is open, on the day or two after it was accepted. */
  private follow(): void {
    const { chance, diary, texts, owners, world, shares } = this;
    const owner = owners.current;
    if (chance.happens(shares.onChildRecord, 'on-child-record')) {
      diary.afterMinutes(20);
      this.add(owner, { type: 'RecordOnChildRecord', on: diary.today });
    }
    const manager = world.directory.lineManagerOf(owner.id, diary.today);
    if (manager !== null && chance.happens(shares.inSupervision, 'supervision')) {
      diary.afterMinutes(30);
      const notes = texts.say('We agreed on what comes first.');
      this.add(manager, { type: 'DiscussInSupervision', on: diary.today, notes });
    }
    if (!chance.happens(shares.progressNoted, 'progress')) return;
    diary.afterMinutes(40);
    const note = texts.say('The first half is done.');
    this.add(owner, { type: 'NoteProgress', on: diary.today, note });
  }

  /** Some weeks after the verdict somebody looks whether anything became better for the child. */
  private judgeImpact(): void {
    const { chance, diary, texts, verdict, shares } = this;
    if (verdict !== 'done' || !chance.happens(shares.impactJudged, 'impact')) return;
    diary.afterDays(chance.between(15, 30, 'impact'));
    if (chance.happens(shares.impactTooEarly, 'impact-too-early')) {
      this.add(this.verifier(), { type: 'JudgeImpact', impact: 'too-early', on: diary.today }, 'early');
      diary.afterDays(chance.between(15, 25, 'impact-again'));
    }
    const impact = chance.happens(shares.becameBetter, 'impact-yes') ? 'yes' : 'no';
    const evidence = texts.say('The child and the school say so.');
    this.add(this.verifier(), { type: 'JudgeImpact', impact, on: diary.today, evidence });
  }

  private cancel(): void {
    this.diary.afterDays(this.chance.between(3, 15, 'cancelled'));
    const reasonCode = this.chance.pick(['case-closed-safely', 'covered-by-another-action'], 'cancelled');
    const reason = this.texts.say('It is no longer needed.');
    this.add(this.world.directory.qaLead, { type: 'CancelAction', reasonCode, reason });
    this.cancelledAt = this.diary.now;
  }

  private neverDone(due: IsoDate): void {
    const givenUp = workingDay(due, this.chance.between(15, 40, 'given-up'));
    this.handOver(givenUp);
    if (!this.chance.happens(this.shares.foundNotDone, 'found-not-done')) return;
    this.diary.onDay(givenUp);
    this.verify('not-done', 'given-up');
  }

  private done(due: IsoDate, workingDays: number, late: boolean): void {
    const moved = this.chance.happens(this.shares.dueMoved, 'moved') ? this.moveDue(due) : due;
    const days = Math.max(1, Math.floor(workingDays * this.chance.between(50, 100, 'done') * 0.01));
    const extra = moved === due ? 0 : 5;
    const on = late
      ? workingDay(moved, this.chance.between(1, 25, 'late'))
      : workingDay(this.setOn, days + extra);
    this.handOver(on);
    this.diary.onDay(on);
    this.report('first');
    if (!this.chance.happens(this.shares.verified, 'verified')) return;
    this.diary.afterDays(this.chance.between(2, 15, 'verified-after'));
    const { foundDone, foundPartlyDone, reopened } = this.shares;
    const looked = this.chance.uniform('verdict');
    this.verify(
      looked < foundDone ? 'done' : looked < foundDone + foundPartlyDone ? 'partly' : 'not-done',
      'first',
    );
    if (this.verdict !== 'done' && this.chance.happens(reopened, 'reopened')) this.doAgain();
    this.judgeImpact();
  }

  /** The owner's line manager, or where there is none the qa-lead, approves ten working days more. */
  private moveDue(due: IsoDate): IsoDate {
    const on = workingDay(due, -2);
    if (on <= this.diary.today || this.owners.haveLeftBy(on)) return due;
    this.diary.onDay(on);
    const to = workingDay(due, 10);
    const { directory } = this.world;
    const approver = directory.lineManagerOf(this.owners.current.id, on) ?? directory.qaLead;
    const reason = this.texts.say('The family asked for a later meeting.');
    this.add(approver, { type: 'MoveDueDate', to, reasonCode: 'family-asked', reason });
    return to;
  }

  private doAgain(): void {
    this.diary.afterMinutes(5);
    const reason = this.texts.say('A part of it is still to be done.');
    this.add(this.verifier(), { type: 'ReopenAction', reasonCode: 'part-is-missing', reason });
    const on = workingDay(this.diary.today, this.chance.between(5, 10, 'done-again'));
    this.handOver(on);
    this.diary.onDay(on);
    this.report('again');
    this.diary.afterDays(this.chance.between(2, 8, 'verified-again'));
    this.verify('done', 'again');
  }

  /** Somebody who leaves before that hands over to whoever manages the team by then. */
  private handOver(before: IsoDate): void {
    const { owners, diary, texts, world } = this;
    if (!owners.haveLeftBy(before)) return;
    diary.onDay(workingDay(owners.current.left!, 1));
    const to = owners.handOver(diary.today).id;
    const reason = texts.say('The owner has left.');
    const command = { type: 'ReassignAction', to, reasonCode: 'owner-left', reason } as const;
    this.add(world.directory.qaLead, command, to);
    this.accept();
  }

  private report(label: string): void {
    const doneOn = this.diary.today;
    this.add(
      this.owners.current,
      { type: 'ReportDone', doneOn, evidence: this.texts.say('See the record of that day.') },
      label,
    );
    this.reportedOn = doneOn;
  }

  /** Nobody verifies anything while the audit is returned: who may depends on its grade. */
  private waitForGrade(): void {
    const { fate } = this.about;
    if (fate.kind !== 'graded' || fate.departure !== 'returned') return;
    const gradedAgain = workingDay(this.setOn, DAYS_OF_A_RETURN);
    if (this.diary.today < gradedAgain) this.diary.onDay(gradedAgain);
  }

  private verify(verdict: ActionVerdict, label: string): void {
    this.waitForGrade();
    const evidence = this.texts.say('Looked up in the record.');
    if (this.chance.happens(this.shares.ownerTries, `verifies-own/${label}`)) {
      const own = { type: 'VerifyAction', verdict: 'done', method: 'record-checked', evidence } as const;
      this.add(this.owners.current, own, `own/${label}`, this.diary.now, true);
      this.diary.afterMinutes(5);
    }
    const method = this.chance.pick(
      ['record-checked', 'record-checked', 'practitioner-asked', 'family-asked'] as const,
      'how',
    );
    this.add(this.verifier(), { type: 'VerifyAction', verdict, method, evidence }, label);
    this.verdict = verdict;
  }

  /** Neither an owner nor anybody tied to the case, and so never of the team. */
  private verifier(): MadeUpPerson {
    const today = this.diary.today;
    const free = this.world.directory.free(
      'auditor',
      this.about.subject,
      { from: today, to: today },
      this.owners.all,
    );
    return this.chance.pick(free, 'verifier');
  }

  private add(
    by: MadeUpPerson,
    command: ImprovementActionCommand,
    label = '',
    at = this.diary.now,
    mustBeRefused = false,
  ): void {
    const order = { kind: 'improvement-action', id: this.id, command } as const;
    this.steps.push(this.world.maker.step(at, acting(by), order, `${command.type}/${label}`, mustBeRefused));
  }
}
