import type {
  CaseAuditCommand,
  Grade,
  Instant,
  PersonCommand,
  PersonId,
  SubjectOfJudgement,
} from '#audit-cycle';
import type { Chance } from '../chance.js';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import { onceCarriedOn, type Step } from '../running/step.js';
import { ActionStory } from './action-story.js';
import { changeOfAuditor, type ChangeOfAuditor } from './who-takes-over.js';
import { gradesOf, type GradesOfCase } from './grades-of-case.js';
import { MadeUpTexts } from './made-up-texts.js';
import type { Departure } from './departures.js';
import type { CaseToTell, FirstAuditor, World } from './world.js';

/** A case while its story is told: whose it is, what is thought of it, what time it is, and what was done so far. */
export class CaseTelling {
  readonly chance: Chance;
  readonly texts: MadeUpTexts;
  readonly diary: Diary;
  /** To whom it is allocated first. */
  readonly first: MadeUpPerson;
  readonly change: ChangeOfAuditor | null;
  /** Who grades it. */
  readonly auditor: MadeUpPerson;
  readonly grades: GradesOfCase;
  readonly steps: Step[] = [];
  readonly actions: ActionStory[] = [];
  /** What the auditor gave each section. */
  readonly answers = new Map<string, Grade>();
  /** Who moderates in the end. */
  moderator: MadeUpPerson | null;
  /** Who settled a dispute. */
  panel: readonly PersonId[] = [];
  /** It is left without a final grade. */
  unfinished = false;
  private waits = false;

  constructor(
    readonly world: World,
    readonly about: CaseToTell,
    { auditor }: FirstAuditor,
  ) {
    this.chance = world.chance.of('case', about.audit);
    this.texts = new MadeUpTexts(this.chance);
    this.diary = new Diary(this.chance, about.from);
    this.diary.onDay(about.allocatedOn);
    const span = { from: this.diary.today, to: about.closes };
    this.first = auditor;
    this.change = changeOfAuditor(world, about, this.first, span, this.chance);
    this.auditor = this.change?.to ?? this.first;
    this.grades = gradesOf(world, about, this.auditor, this.first, this.chance);
    this.moderator = this.grades.moderator;
  }

  get subject(): SubjectOfJudgement {
    return this.about.subject;
  }

  get departure(): Departure | null {
    const { fate } = this.about;
    return fate.kind === 'graded' ? fate.departure : null;
  }

  /** Somebody does something about the audit now. `label` tells apart commands of one type. */
  add(by: MadeUpPerson, command: CaseAuditCommand, label = ''): Step {
    return this.step(by, command, label, false);
  }

  /** The same by the qa-lead. */
  lead(command: CaseAuditCommand, label = ''): Step {
    return this.add(this.world.directory.qaLead, command, label);
  }

  /** Somebody tries what they may not, and learns so. */
  tries(by: MadeUpPerson, command: CaseAuditCommand, label: string): void {
    this.step(by, command, label, true);
    this.diary.afterMinutes(2);
  }

  /** The next step is taken once the processes have carried on what was done so far. */
  waitForProcesses(): void {
    this.waits = true;
  }

  setActions(by: MadeUpPerson, count: number): void {
    if (this.about.inGrid || this.about.auditedElsewhere) return;
    for (let n = 0; n < count; n++) {
      const at = this.diary.afterMinutes(6);
      const seen = [...this.about.earlierActions, ...this.actions.map(({ id }) => id)];
      const grade = this.grades.final ?? 'good';
      const about = { number: this.actions.length, setBy: by, at, grade, seen };
      this.actions.push(new ActionStory(this.world, this.about, about));
    }
  }

  /** What somebody does now about their own standing, as a step of this story. */
  ofPerson(person: MadeUpPerson, command: PersonCommand, label: string): Step {
    const order = { kind: 'person', id: person.id, command } as const;
    return this.world.maker.step(this.diary.now, acting(person), order, label);
  }

  /** Somebody does something about the audit at a moment later than now, while the story goes on. */
  addAt(at: Instant, by: MadeUpPerson, command: CaseAuditCommand): void {
    const order = { kind: 'case-audit', id: this.about.audit, command } as const;
    this.steps.push(this.world.maker.step(at, acting(by), order, `${command.type}/`));
  }

  private step(by: MadeUpPerson, command: CaseAuditCommand, label: string, mustBeRefused: boolean): Step {
    const order = { kind: 'case-audit', id: this.about.audit, command } as const;
    const named = `${command.type}/${label}`;
    const step = this.world.maker.step(this.diary.now, acting(by), order, named, mustBeRefused);
    this.steps.push(this.waits ? onceCarriedOn(step) : step);
    this.waits = false;
    return step;
  }
}
