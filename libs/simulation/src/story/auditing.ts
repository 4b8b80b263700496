import {
  CORE_PRACTICE_AUDIT,
  type CaseAuditCommand,
  type SectionAnswer,
  type ToolSection,
} from '#audit-cycle';
import { workingDay } from '../working-time.js';
import { actionsFor } from './actions-for.js';
import type { CaseTelling } from './case-telling.js';
import { gradeFor } from './quality.js';

/** Working days from the allocation to the grade. */
const IN_TIME = { least: 6, most: 15 };
const LATE = { least: 16, most: 22 };

const THEMES = CORE_PRACTICE_AUDIT.themes.map(({ code }) => code);
const NOT_HEARD = ['declined', 'could-not-be-reached', 'too-young', 'not-safe-to-contact'] as const;
const PRACTITIONER_NOT_HEARD = ['on-leave', 'left-the-service'] as const;

/** The auditor's work, from the first section to the grade. */
export function audit(telling: CaseTelling, late: boolean): void {
  const { diary, chance, auditor, grades } = telling;
  const { least, most } = late ? LATE : IN_TIME;
  const gradedOn = workingDay(diary.today, chance.between(least, most, 'graded'));
  begin(telling);
  gradeSections(telling, 0, 5);
  diary.afterDays(chance.between(0, 1, 'second-session'));
  gradeSections(telling, 5);
  hearVoices(telling);
  discuss(telling);
  if (chance.happens(0.012, 'grades-too-early')) telling.tries(auditor, EMPTY_FORM, 'too-early');
  diary.onDay(gradedOn);
  telling.setActions(auditor, actionsFor(grades.submitted!, chance));
  grade(telling);
}

export function begin(telling: CaseTelling): void {
  telling.diary.afterDays(telling.chance.between(0, 2, 'started'));
  telling.add(telling.auditor, { type: 'StartAudit' });
}

export function gradeSections(telling: CaseTelling, first: number, end?: number): void {
  for (const section of CORE_PRACTICE_AUDIT.sections.slice(first, end)) {
    telling.diary.afterMinutes(12);
    const answer = answerFor(section, telling);
    const found =
      answer.kind === 'grade' ? { evidence: telling.texts.evidence(section.code, answer.grade) } : {};
    telling.add(
      telling.auditor,
      { type: 'GradeSection', section: section.code, answer, ...found },
      section.code,
    );
  }
}

/** Around what the auditor thinks of the whole; a key section is inadequate only where the whole is. */
function answerFor({ code, key }: ToolSection, { chance, grades }: CaseTelling): SectionAnswer {
  if (code === 'identity' && chance.happens(0.02, 'identity-not-applicable'))
    return { kind: 'not-applicable', reasonCode: 'not-yet-born' };
  const found = gradeFor(grades.seen + 0.45 * chance.normal(`section/${code}`));
  const limits = key && found === 'inadequate' && grades.submitted !== 'inadequate';
  return { kind: 'grade', grade: limits ? 'requires-improvement' : found };
}

function hearVoices(telling: CaseTelling): void {
  const { diary, chance, texts, auditor } = telling;
  for (const voice of CORE_PRACTICE_AUDIT.voices) {
    diary.afterMinutes(10);
    const isPractitioner = voice === 'practitioner';
    const obtained = chance.happens(isPractitioner ? 0.93 : 0.78, `voice/${voice}`);
    const why = isPractitioner ? PRACTITIONER_NOT_HEARD : NOT_HEARD;
    const said = obtained
      ? { text: texts.voice(voice) }
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

function grade(telling: CaseTelling): void {
  const { diary, chance, texts, auditor, actions, grades } = telling;
  diary.afterMinutes(8);
  const themes = chance.shuffled(THEMES, 'themes');
  const development = [...new Set(actions.map(({ theme }) => theme))];
  const none = {
    noActionReason: chance.pick(['nothing-to-improve', 'already-under-way'], 'no-action'),
    noActionText: texts.say('The plan covers it.'),
  };
  telling.add(auditor, {
    type: 'GradeCase',
    grade: grades.submitted!,
    rationale: texts.rationale(grades.submitted!, 'auditor'),
    strengths: themes.filter((theme) => !development.includes(theme)).slice(0, 2),
    development,
    ...(actions.length === 0 ? none : {}),
  });
}

/** Sent too early. Without a rationale it can never be taken for the real one, however often it is sent. */
const EMPTY_FORM: CaseAuditCommand = {
  type: 'GradeCase',
  grade: 'good',
  rationale: '',
  strengths: [],
  development: [],
};
