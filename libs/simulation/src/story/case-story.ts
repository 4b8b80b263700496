import { CORE_PRACTICE_AUDIT, type CaseAuditCommand, type Grade, type IsoDate } from '#audit-cycle';
import type { Chance } from '../chance.js';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import { inOrderOfTime, type Step } from '../running/step.js';
import { workingDay } from '../working-time.js';
import { ActionStory, actionsFor } from './action-story.js';
import type { Fate } from './fate.js';
import { gradesOf, type GradesOfCase } from './grades-of-case.js';
import { MadeUpTexts } from './made-up-texts.js';
import { gradeFor } from './quality.js';
import { reAuditSteps } from './re-audit-story.js';
import type { CaseStory, CaseToTell, World } from './world.js';

/** Tells beforehand, from the seed alone, everything that people will do about one case, actions and re-audit included. */
export const tellCase = (world: World, about: CaseToTell): CaseStory => new CaseTelling(world, about).tell();

const WITHIN_DUE = { least: 6, most: 15 };
const LATE = { least: 16, most: 22 };

class CaseTelling {
  private readonly chance: Chance;
  private readonly texts: MadeUpTexts;
  private readonly diary: Diary;
  private readonly steps: Step[] = [];
  private readonly actions: ActionStory[] = [];
  private readonly auditor: MadeUpPerson;
  private readonly grades: GradesOfCase;

  constructor(
    private readonly world: World,
    private readonly about: CaseToTell,
  ) {
    this.chance = world.chance.of('case', about.audit);
    this.texts = new MadeUpTexts(this.chance);
    this.diary = new Diary(this.chance, about.from);
    this.diary.afterDays(this.chance.between(0, about.allocatedWithin, 'allocated'));
    const span = { from: this.diary.today, to: about.closes };
    this.auditor = this.chance.pick(world.directory.free('auditor', about.subject, span), 'auditor');
    this.grades = gradesOf(world, about, this.auditor, this.chance);
  }

  tell(): CaseStory {
    const { about } = this;
    this.allocate();
    const replacedFrom = this.follow(about.fate);
    if (this.diary.today >= about.closes) {
      throw new Error(`The audit ${about.audit} would end on ${this.diary.today}, after its cycle closes`);
    }
    const again =
      about.fate.kind === 'graded'
        ? reAuditSteps(this.world, about, this.grades, this.auditor, this.actions)
        : [];
    const steps = inOrderOfTime([...this.steps, ...this.actions.flatMap((action) => action.steps), ...again]);
    return {
      audit: about.audit,
      child: about.subject.child,
      steps,
      actions: this.actions.map(({ id }) => id),
      unfinished: about.fate.kind === 'unfinished',
      replacedFrom,
      withdrawnAt: about.fate.kind === 'withdrawn' ? this.diary.now : null,
    };
  }

  private follow(fate: Fate): IsoDate | null {
    switch (fate.kind) {
      case 'withdrawn':
        return this.withdraw(fate);
      case 'unfinished':
        this.begin();
        this.gradeSections(0, this.chance.between(2, 6, 'unfinished'));
        return null;
      case 'graded':
        this.audit(fate.late);
        this.moderateAndFinalise();
        return null;
    }
  }

  /** Now and then somebody is tried first who is tied to the case. */
  private allocate(): void {
    const { directory } = this.world;
    const { subject } = this.about;
    const { today } = this.diary;
    if (this.chance.happens(0.03, 'tries-somebody-tied')) {
      const tied = directory
        .holding('auditor')
        .filter(({ id }) => directory.tie(id, subject, today) !== null);
      if (tied.length > 0) {
        const { id } = this.chance.pick(tied, 'tied');
        this.lead({ type: 'AllocateAuditor', auditor: id }, 'tied', true);
        this.diary.afterMinutes(2);
      }
    }
    this.lead({ type: 'AllocateAuditor', auditor: this.auditor.id });
  }

  private withdraw({
    reasonCode,
    afterGrading,
    replace,
  }: Extract<Fate, { kind: 'withdrawn' }>): IsoDate | null {
    if (afterGrading) {
      this.begin();
      this.gradeSections(0, 4);
    }
    this.diary.afterDays(this.chance.between(1, 3, 'withdrawn'));
    const reason = this.texts.say('The record should not have been in the sample.');
    this.lead({ type: 'RequestWithdrawal', reasonCode, reason, replace });
    if (afterGrading && reasonCode !== 'child-died') {
      this.diary.afterDays(this.chance.between(1, 2, 'approved'));
      this.add(this.whoMayApprove(), { type: 'ApproveWithdrawal' });
    }
    return replace ? this.diary.today : null;
  }

  private whoMayApprove(): MadeUpPerson {
    const { directory } = this.world;
    const span = { from: this.diary.today, to: this.about.closes };
    const outside = (['service-leader', 'caldicott-guardian'] as const).flatMap((role) =>
      directory.free(role, this.about.subject, span, [this.auditor.id]),
    );
    return this.chance.pick(outside, 'approver');
  }

  private begin(): void {
    this.diary.afterDays(this.chance.between(0, 2, 'started'));
    this.add(this.auditor, { type: 'StartAudit' });
  }

  private audit(late: boolean): void {
    const { least, most } = late ? LATE : WITHIN_DUE;
    const gradedOn = workingDay(this.diary.today, this.chance.between(least, most, 'graded'));
    this.begin();
    this.gradeSections(0, 5);
    this.diary.afterDays(this.chance.between(0, 1, 'second-session'));
    this.gradeSections(5);
    this.voices();
    this.discuss();
    if (this.chance.happens(0.012, 'grades-too-early')) this.grade(true);
    this.diary.onDay(gradedOn);
    this.setActions(this.auditor, actionsFor(this.grades.submitted!, this.chance));
    this.grade();
  }

  private gradeSections(first: number, end?: number): void {
    for (const { code, key } of CORE_PRACTICE_AUDIT.sections.slice(first, end)) {
      this.diary.afterMinutes(12);
      if (code === 'identity' && this.chance.happens(0.02, 'identity-not-applicable')) {
        this.add(
          this.auditor,
          {
            type: 'GradeSection',
            section: code,
            answer: { kind: 'not-applicable', reasonCode: 'not-yet-born' },
          },
          code,
        );
        continue;
      }
      const found = gradeFor(this.grades.seen + 0.45 * this.chance.normal(`section/${code}`));
      const grade =
        key && found === 'inadequate' && this.grades.submitted !== 'inadequate'
          ? 'requires-improvement'
          : found;
      const evidence = this.texts.evidence(code, grade);
      const answer = { kind: 'grade', grade } as const;
      this.add(this.auditor, { type: 'GradeSection', section: code, answer, evidence }, code);
    }
  }

  private voices(): void {
    for (const voice of CORE_PRACTICE_AUDIT.voices) {
      this.diary.afterMinutes(10);
      const obtained = this.chance.happens(voice === 'practitioner' ? 0.93 : 0.78, `voice/${voice}`);
      const why = voice === 'practitioner' ? (['on-leave', 'left-the-service'] as const) : REASONS_NOT_HEARD;
      const said = obtained
        ? { text: this.texts.voice(voice) }
        : { reasonCode: this.chance.pick(why, `voice-missing/${voice}`) };
      this.add(this.auditor, { type: 'RecordVoice', voice, obtained, ...said }, voice);
    }
  }

  private discuss(): void {
    const at = this.diary.afterMinutes(30);
    const { worker, team } = this.about.subject;
    const people = [...(worker === null ? [] : [worker]), ...(team === null ? [] : [this.manager(team)])];
    if (people.length === 0 || this.chance.happens(0.08, 'discussion-not-held')) {
      const reasonCode = this.chance.pick(
        ['worker-on-sick-leave', 'worker-has-left', 'no-time-agreed'],
        'discussion',
      );
      this.add(this.auditor, { type: 'RecordPracticeDiscussion', held: false, with: [], reasonCode });
      return;
    }
    const notes = this.texts.say('We went through the case together and agreed on what helps.');
    const on = at.slice(0, 10);
    this.add(this.auditor, { type: 'RecordPracticeDiscussion', held: true, on, with: people, notes });
  }

  private manager(team: string): string {
    return this.world.directory.managerOf(team, this.diary.today).id;
  }

  private setActions(by: MadeUpPerson, count: number): void {
    for (let n = 0; n < count; n++) {
      const at = this.diary.afterMinutes(6);
      const grade = this.grades.final ?? 'good';
      const seen = [...this.about.earlierActions, ...this.actions.map(({ id }) => id)];
      this.actions.push(
        new ActionStory(this.world, this.about, { number: this.actions.length, setBy: by, at, grade, seen }),
      );
    }
  }

  /** Too early, on an empty form, it can never be taken for the real one. */
  private grade(tooEarly = false): void {
    this.diary.afterMinutes(8);
    const grade = this.grades.submitted!;
    const themes = this.chance.shuffled(THEMES, 'themes');
    const asked = this.actions.map(({ theme }) => theme);
    const none =
      this.actions.length > 0
        ? {}
        : {
            noActionReason: this.chance.pick(['nothing-to-improve', 'already-under-way'], 'no-action'),
            noActionText: this.texts.say('The plan covers it.'),
          };
    this.add(
      this.auditor,
      tooEarly
        ? { type: 'GradeCase', grade, rationale: '', strengths: [], development: [] }
        : {
            type: 'GradeCase',
            grade,
            rationale: this.texts.rationale(grade, 'auditor'),
            strengths: themes.filter((theme) => !asked.includes(theme)).slice(0, 2),
            development: [...new Set(asked)],
            ...none,
          },
      tooEarly ? 'too-early' : '',
      tooEarly,
    );
  }

  private moderateAndFinalise(): void {
    const { moderator, submitted, moderated, asked } = this.grades;
    if (moderator === null || moderated === null) {
      this.diary.afterDays(this.chance.between(0, 2, 'finalised'));
      this.lead({ type: 'FinaliseAudit' });
      return;
    }
    this.diary.afterDays(this.chance.between(0, 1, 'moderator'));
    if (asked)
      this.lead({
        type: 'RequireModeration',
        reason: this.texts.say('Part of the share that is moderated.'),
      });
    this.diary.afterMinutes(3);
    if (this.chance.happens(0.03, 'moderates-own')) {
      this.lead({ type: 'AllocateModerator', moderator: this.auditor.id }, 'own', true);
      this.diary.afterMinutes(2);
    }
    this.lead({ type: 'AllocateModerator', moderator: moderator.id });
    this.diary.afterDays(
      this.chance.between(1, this.chance.happens(0.9, 'moderated-in-time') ? 5 : 7, 'moderated'),
    );
    if (this.grades.setsAction) this.setActions(moderator, 1);
    this.moderate(moderator, submitted!, moderated);
    this.diary.afterDays(this.chance.between(0, 1, 'finalised'));
    this.add(moderator, { type: 'FinaliseAudit' });
  }

  private moderate(moderator: MadeUpPerson, from: Grade, grade: Grade): void {
    this.diary.afterMinutes(20);
    const manner = this.chance.happens(0.3, 'blind') ? 'blind' : 'seen';
    const why =
      grade === from
        ? {}
        : {
            reasonCode: this.chance.pick(REASONS_TO_CHANGE, 'why-changed'),
            reason: this.texts.rationale(grade, 'moderator'),
          };
    this.add(moderator, { type: 'ModerateGrade', grade, manner, ...why });
  }

  private lead(command: CaseAuditCommand, label = '', mustBeRefused = false): void {
    this.add(this.world.directory.qaLead, command, label, mustBeRefused);
  }

  private add(by: MadeUpPerson, command: CaseAuditCommand, label = '', mustBeRefused = false): void {
    const order = { kind: 'case-audit', id: this.about.audit, command } as const;
    this.steps.push(
      this.world.maker.step(this.diary.now, acting(by), order, `${command.type}/${label}`, mustBeRefused),
    );
  }
}

const THEMES = CORE_PRACTICE_AUDIT.themes.map(({ code }) => code);
const REASONS_NOT_HEARD = ['declined', 'could-not-be-reached', 'too-young', 'not-safe-to-contact'] as const;
const REASONS_TO_CHANGE = [
  'evidence-does-not-support',
  'descriptor-read-differently',
  'impact-weighed-differently',
];
