import {
  CORE_PRACTICE_AUDIT,
  type CaseAuditCommand,
  type Grade,
  type SectionAnswer,
  type ToolSection,
} from '#audit-cycle';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { workingDay } from '../working-time.js';
import { actionsFor } from './actions-for.js';
import { changeAuditor } from './change-of-auditor.js';
import type { CaseTelling } from './case-telling.js';
import { escalate, raiseRisk } from './escalation-story.js';
import { releaseHold } from './legal-hold.js';
import { gradeFor, isWorse } from './quality.js';

/** Working days from the allocation to the grade. */
const IN_TIME = { least: 6, most: 15 };
/** Where something does not go as usual, there is time left for it. */
const SOON = { least: 5, most: 10 };
const LATE = { least: 16, most: 22 };

const THEMES = CORE_PRACTICE_AUDIT.themes.map(({ code }) => code);
const NOT_HEARD = ['declined', 'could-not-be-reached', 'too-young', 'not-safe-to-contact'] as const;
const PRACTITIONER_NOT_HEARD = ['on-leave', 'left-the-service'] as const;

/** The auditor's work, from the first section to the grade. */
export function audit(telling: CaseTelling, late: boolean): void {
  const { diary, chance, auditor, grades, change } = telling;
  const early = change !== null && (change.why === 'away' || chance.happens(0.5, 'before-it-begins'));
  if (early) changeAuditor(telling, change);
  const { least, most } = late ? LATE : telling.departure === null && change === null ? IN_TIME : SOON;
  const gradedOn = workingDay(diary.today, chance.between(least, most, 'graded'));
  correct(telling);
  hold(telling);
  begin(telling, change !== null && !early ? telling.first : auditor);
  gradeSections(telling, 0, 5, change !== null && !early ? telling.first : auditor);
  if (change !== null && !early) changeAuditor(telling, change);
  extend(telling);
  diary.afterDays(chance.between(0, 1, 'second-session'));
  gradeSections(telling, 5);
  hearVoices(telling);
  raiseRisk(telling);
  discuss(telling);
  if (chance.happens(0.012, 'grades-too-early')) telling.tries(auditor, EMPTY_FORM, 'too-early');
  diary.onDay(gradedOn);
  telling.setActions(auditor, actionsFor(grades.submitted!, chance));
  grade(telling, grades.submitted!);
}

export function begin(telling: CaseTelling, by: MadeUpPerson = telling.auditor): void {
  telling.diary.afterDays(telling.chance.between(0, 2, 'started'));
  telling.add(by, { type: 'StartAudit' });
}

export function gradeSections(
  telling: CaseTelling,
  first: number,
  end?: number,
  by: MadeUpPerson = telling.auditor,
): void {
  for (const section of CORE_PRACTICE_AUDIT.sections.slice(first, end)) {
    telling.diary.afterMinutes(12);
    const answer = answerFor(section, telling);
    answerSection(telling, section.code, answer, by);
  }
}

function answerSection(
  telling: CaseTelling,
  section: string,
  answer: SectionAnswer,
  by: MadeUpPerson,
  label = section,
): void {
  const found = answer.kind === 'grade' ? { evidence: telling.texts.evidence(section, answer.grade) } : {};
  telling.add(by, { type: 'GradeSection', section, answer, ...found }, label);
  if (answer.kind === 'grade') telling.answers.set(section, answer.grade);
}

/** Around what the auditor thinks of the whole; a key section limits the grade of the whole only where somebody goes above that. */
function answerFor({ code, key, limit }: ToolSection, telling: CaseTelling): SectionAnswer {
  const { chance, grades, departure } = telling;
  if (code === 'identity' && chance.happens(0.02, 'identity-not-applicable'))
    return { kind: 'not-applicable', reasonCode: 'not-yet-born' };
  const found = gradeFor(grades.seen + 0.45 * chance.normal(`section/${code}`));
  const isLimit = key && limit !== null;
  if (isLimit && departure === 'above-limit') return { kind: 'grade', grade: 'inadequate' };
  const limits = isLimit && found === 'inadequate' && isWorse(limit, grades.submitted ?? 'inadequate');
  return { kind: 'grade', grade: limits ? 'requires-improvement' : found };
}

/** After a return the auditor looks again: at two sections, at those that would limit the better grade, and at the whole. */
export function gradeAgain(telling: CaseTelling): void {
  const { diary, chance, auditor, grades, answers } = telling;
  const resubmitted = grades.resubmitted!;
  diary.afterDays(chance.between(1, 4, 'graded-again'));
  const limiting = CORE_PRACTICE_AUDIT.sections.filter(
    ({ code, limit }) => limit !== null && answers.get(code) === 'inadequate' && isWorse(limit, resubmitted),
  );
  const again = chance.shuffled(CORE_PRACTICE_AUDIT.sections, 'again').slice(0, 2);
  for (const { code } of new Set([...limiting, ...again])) {
    diary.afterMinutes(12);
    const isLimiting = limiting.some((one) => one.code === code);
    const answer = isLimiting ? 'requires-improvement' : (answers.get(code) ?? resubmitted);
    answerSection(telling, code, { kind: 'grade', grade: answer }, auditor, `${code}/again`);
  }
  grade(telling, resubmitted, 'again');
}

/** A long time ahead of the day that stands, so that it is later whenever the case was allocated. */
function extend(telling: CaseTelling): void {
  if (telling.departure !== 'longer') return;
  const reason = telling.texts.say('The family can be met only next week.');
  const to = workingDay(telling.diary.today, 20);
  telling.lead({ type: 'ExtendAuditDeadline', to, reasonCode: 'family-away', reason });
}

/** A court wants the record kept. */
function hold(telling: CaseTelling): void {
  if (telling.departure !== 'held') return;
  const reason = telling.texts.say('Proceedings are under way.');
  telling.lead({ type: 'SetLegalHold', reasonCode: 'court-proceedings', reason });
  releaseHold(telling);
}

/** The list of children had the case in another cohort. */
function correct(telling: CaseTelling): void {
  if (telling.departure !== 'corrected') return;
  const { cohort } = telling.about;
  const to = cohort === 'child-in-need' ? 'child-protection' : 'child-in-need';
  const reason = telling.texts.say('The list was a day behind.');
  telling.lead({ type: 'CorrectSelection', field: 'cohort', to, reasonCode: 'list-was-behind', reason });
}

function hearVoices(telling: CaseTelling): void {
  const { diary, chance, texts, auditor } = telling;
  for (const voice of CORE_PRACTICE_AUDIT.voices) {
    diary.afterMinutes(10);
    const isPractitioner = voice === 'practitioner';
    const obtained = chance.happens(isPractitioner ? 0.93 : 0.78, `voice/${voice}`);
    const why = isPractitioner ? PRACTITIONER_NOT_HEARD : NOT_HEARD;
    const said = obtained
      ? { text: texts.voice(voice), consentToQuote: chance.happens(0.7, `consent/${voice}`) }
      : { reasonCode: chance.pick(why, `voice-missing/${voice}`) };
    telling.add(auditor, { type: 'RecordVoice', voice, obtained, ...said }, voice);
  }
}

function discuss(telling: CaseTelling): void {
  const { diary, chance, texts, auditor, about, world } = telling;
  const on = diary.afterMinutes(30).slice(0, 10);
  const { worker, team } = about.subject;
  const manager = team === null ? null : world.directory.managerOf(team, on).id;
  const people = [worker, manager].filter((person) => person !== null);
  if (people.length === 0 || chance.happens(0.08, 'discussion-not-held')) {
    const reasonCode = chance.pick(
      ['worker-on-sick-leave', 'worker-has-left', 'no-time-agreed'],
      'discussion',
    );
    telling.add(auditor, { type: 'RecordPracticeDiscussion', held: false, with: [], reasonCode });
    return;
  }
  const notes = texts.say('We went through the case together and agreed on what helps.');
  telling.add(auditor, { type: 'RecordPracticeDiscussion', held: true, on, with: people, notes });
}

function grade(telling: CaseTelling, given: Grade, label = ''): void {
  const { diary, chance, texts, auditor, actions, departure } = telling;
  diary.afterMinutes(8);
  const themes = chance.shuffled(THEMES, 'themes');
  const standing = actions.filter(({ cancelledAt }) => cancelledAt === null || cancelledAt > diary.now);
  const development = [...new Set(standing.map(({ theme }) => theme))];
  const none = {
    noActionReason: chance.pick(['nothing-to-improve', 'already-under-way'], 'no-action'),
    noActionText: texts.say('The plan covers it.'),
  };
  const above = {
    limitReasonCode: 'put-right-since',
    limitReason: texts.say('What was missing was put right before the audit.'),
  };
  const step = telling.add(
    auditor,
    {
      type: 'GradeCase',
      grade: given,
      rationale: texts.rationale(given, `auditor${label}`),
      strengths: themes.filter((theme) => !development.includes(theme)).slice(0, 2),
      development,
      ...(standing.length === 0 ? none : {}),
      ...(departure === 'above-limit' ? above : {}),
    },
    label,
  );
  if (given === 'inadequate') escalate(telling, step, { to: telling.world.directory.qaLead, by: auditor });
}

/** Sent too early. Without a rationale it can never be taken for the real one, however often it is sent. */
const EMPTY_FORM: CaseAuditCommand = {
  type: 'GradeCase',
  grade: 'good',
  rationale: '',
  strengths: [],
  development: [],
};
