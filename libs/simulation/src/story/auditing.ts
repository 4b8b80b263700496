import type { CaseAuditCommand, Grade } from '#audit-cycle';
import { workingDay } from '../working-time.js';
import { actionsFor } from './actions-for.js';
import { answerSection, begin, gradeSections } from './answering.js';
import { changeAuditor } from './change-of-auditor.js';
import type { CaseTelling } from './case-telling.js';
import { escalate, raiseRisk } from './escalation-story.js';
import { releaseHold } from './legal-hold.js';
import { isWorse } from './quality.js';
import { askToWithdraw } from './withdrawing.js';

/** Working days from the allocation to the grade. */
const IN_TIME = { least: 6, most: 15 };
/** Where something does not go as usual, there is time left for it. */
const SOON = { least: 5, most: 10 };
const LATE = { least: 16, most: 22 };

const NOT_HEARD = ['declined', 'could-not-be-reached', 'too-young', 'not-safe-to-contact'] as const;
const PRACTITIONER_NOT_HEARD = ['on-leave', 'left-the-service'] as const;

/** The auditor's work, from the first section to the grade. */
export function audit(telling: CaseTelling, late: boolean): void {
  const { diary, chance, auditor, grades, change } = telling;
  const { tiedBeforeBegin, gradedTooEarly } = telling.world.shares.auditing;
  const early =
    change !== null && (change.why === 'away' || chance.happens(tiedBeforeBegin, 'before-it-begins'));
  if (early) changeAuditor(telling, change);
  const { least, most } = late ? LATE : telling.departure === null && change === null ? IN_TIME : SOON;
  const gradedOn = workingDay(diary.today, chance.between(least, most, 'graded'));
  correct(telling);
  hold(telling);
  begin(telling, change !== null && !early ? telling.first : auditor);
  gradeSections(telling, 0, 5, change !== null && !early ? telling.first : auditor);
  askToWithdraw(telling);
  if (change !== null && !early) changeAuditor(telling, change);
  extend(telling);
  diary.afterDays(chance.between(0, 1, 'second-session'));
  gradeSections(telling, 5);
  hearVoices(telling);
  raiseRisk(telling);
  discuss(telling);
  if (chance.happens(gradedTooEarly, 'grades-too-early')) telling.tries(auditor, EMPTY_FORM, 'too-early');
  diary.onDay(gradedOn);
  telling.setActions(auditor, actionsFor(grades.submitted!, chance));
  grade(telling, grades.submitted!);
}

/** After a return the auditor looks again: at two sections, at those that would limit the better grade, and at the whole. */
export function gradeAgain(telling: CaseTelling): void {
  const { diary, chance, auditor, grades, answers } = telling;
  const resubmitted = grades.resubmitted!;
  diary.afterDays(chance.between(1, 4, 'graded-again'));
  const graded = telling.about.tool.sections.filter(({ answer }) => answer.kind === 'grade');
  const limiting = graded.filter(
    ({ code, limit }) => limit !== null && answers.get(code) === 'inadequate' && isWorse(limit, resubmitted),
  );
  const again = chance.shuffled(graded, 'again').slice(0, 2);
  for (const section of new Set([...limiting, ...again])) {
    diary.afterMinutes(12);
    const grade = limiting.includes(section)
      ? 'requires-improvement'
      : (answers.get(section.code) ?? resubmitted);
    answerSection(telling, section, { kind: 'grade', grade }, auditor, `${section.code}/again`);
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
  const { diary, chance, texts, auditor, about, world } = telling;
  const { practitionerHeard, familyHeard, mayBeQuoted } = world.shares.auditing;
  for (const voice of about.tool.voices) {
    diary.afterMinutes(10);
    const isPractitioner = voice === 'practitioner';
    const obtained = chance.happens(isPractitioner ? practitionerHeard : familyHeard, `voice/${voice}`);
    const why = isPractitioner ? PRACTITIONER_NOT_HEARD : NOT_HEARD;
    const said = obtained
      ? { text: texts.voice(voice), consentToQuote: chance.happens(mayBeQuoted, `consent/${voice}`) }
      : { reasonCode: chance.pick(why, `voice-missing/${voice}`) };
    telling.add(auditor, { type: 'RecordVoice', voice, obtained, ...said }, voice);
  }
}

function discuss(telling: CaseTelling): void {
  const { diary, chance, texts, auditor, about, world } = telling;
  if (!about.tool.practiceDiscussion) return;
  const on = diary.afterMinutes(30).slice(0, 10);
  const { worker, team } = about.subject;
  const manager = team === null ? null : world.directory.managerOf(team, on).id;
  const people = [worker, manager].filter((person) => person !== null);
  if (people.length === 0 || chance.happens(world.shares.auditing.notDiscussed, 'discussion-not-held')) {
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

export function grade(telling: CaseTelling, given: Grade, label = ''): void {
  const { diary, chance, texts, auditor, actions, departure, about } = telling;
  diary.afterMinutes(8);
  const themes = chance.shuffled(
    about.tool.themes.map(({ code }) => code),
    'themes',
  );
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
