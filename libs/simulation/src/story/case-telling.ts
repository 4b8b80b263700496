import type { CaseAuditCommand } from '#audit-cycle';
import type { Chance } from '../chance.js';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
import { ActionStory } from './action-story.js';
import { gradesOf, type GradesOfCase } from './grades-of-case.js';
import { MadeUpTexts } from './made-up-texts.js';
import type { CaseToTell, World } from './world.js';

/** A case while its story is told: whose it is, what is thought of it, what time it is, and what was done so far. */
export class CaseTelling {
  readonly chance: Chance;
  readonly texts: MadeUpTexts;
  readonly diary: Diary;
  readonly auditor: MadeUpPerson;
  readonly grades: GradesOfCase;
  readonly steps: Step[] = [];
  readonly actions: ActionStory[] = [];

  constructor(
    readonly world: World,
    readonly about: CaseToTell,
  ) {
    this.chance = world.chance.of('case', about.audit);
    this.texts = new MadeUpTexts(this.chance);
    this.diary = new Diary(this.chance, about.from);
    this.diary.afterDays(this.chance.between(0, about.allocatedWithin, 'allocated'));
    const span = { from: this.diary.today, to: about.closes };
    this.auditor = this.chance.pick(world.directory.free('auditor', about.subject, span), 'auditor');
    this.grades = gradesOf(world, about, this.auditor, this.chance);
  }

  /** Somebody does something about the audit now. `label` tells apart commands of one type. */
  add(by: MadeUpPerson, command: CaseAuditCommand, label = ''): void {
    this.step(by, command, label, false);
  }

  /** The same by the qa-lead. */
  lead(command: CaseAuditCommand): void {
    this.add(this.world.directory.qaLead, command);
  }

  /** Somebody tries what they may not, and learns so. */
  tries(by: MadeUpPerson, command: CaseAuditCommand, label: string): void {
    this.step(by, command, label, true);
    this.diary.afterMinutes(2);
  }

  setActions(by: MadeUpPerson, count: number): void {
    for (let n = 0; n < count; n++) {
      const at = this.diary.afterMinutes(6);
      const seen = [...this.about.earlierActions, ...this.actions.map(({ id }) => id)];
      const grade = this.grades.final ?? 'good';
      const about = { number: this.actions.length, setBy: by, at, grade, seen };
      this.actions.push(new ActionStory(this.world, this.about, about));
    }
  }

  private step(by: MadeUpPerson, command: CaseAuditCommand, label: string, mustBeRefused: boolean): void {
    const order = { kind: 'case-audit', id: this.about.audit, command } as const;
    const named = `${command.type}/${label}`;
    this.steps.push(this.world.maker.step(this.diary.now, acting(by), order, named, mustBeRefused));
  }
}
