import { DEFAULT_POLICY, type Grade, type IsoDate } from '#audit-cycle';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { workingDay } from '../working-time.js';
import { gradeAgain } from './auditing.js';
import type { CaseTelling } from './case-telling.js';
import { dispute } from './disputing.js';
import { escalate } from './escalation-story.js';

const WHY_CHANGED = [
  'evidence-does-not-support',
  'descriptor-read-differently',
  'impact-weighed-differently',
];

/** A second look where a rule or the qa-lead asks for one, and the end of the audit. */
export function moderateAndFinalise(telling: CaseTelling): void {
  const { diary, chance, grades, departure } = telling;
  const { submitted, resubmitted, moderated, returnedBy } = grades;
  if (returnedBy === 'lead') {
    diary.afterDays(chance.between(0, 2, 'returned'));
    giveBack(telling, telling.world.directory.qaLead);
  }
  if (telling.moderator === null || submitted === null || moderated === null) {
    diary.afterDays(chance.between(0, 2, 'finalised'));
    telling.lead({ type: 'FinaliseAudit' });
    return;
  }
  diary.afterDays(chance.between(0, 1, 'moderator'));
  if (grades.asked) ask(telling);
  if (departure === 'moderation-missed' || departure === 'moderation-late') miss(telling);
  if (telling.unfinished) return;
  const manner = allocate(telling, telling.moderator);
  if (returnedBy === 'moderator') {
    diary.afterDays(chance.between(0, 2, 'returned'));
    giveBack(telling, telling.moderator);
    diary.afterMinutes(15);
    telling.lead({ type: 'AllocateModerator', moderator: telling.moderator.id, manner }, 'again');
  }
  changeModerator(telling, manner);
  const most = chance.happens(telling.world.shares.moderation.inTime, 'moderated-in-time') ? 5 : 7;
  diary.afterDays(chance.between(1, most, 'moderated'));
  const { moderator } = telling;
  if (grades.setsAction) telling.setActions(moderator, 1);
  const from = resubmitted ?? submitted;
  const moderatedOn = moderate(telling, moderator, { from, grade: moderated, manner });
  dispute(telling);
  if (moderated !== from && grades.settled === null) diary.onDay(afterDispute(moderatedOn));
  diary.afterDays(chance.between(0, 1, 'finalised'));
  telling.add(moderator, { type: 'FinaliseAudit' });
}

/** The first day on which a grade that the moderator changed can be final: nobody may dispute it any more. */
const afterDispute = (moderatedOn: IsoDate): IsoDate =>
  workingDay(moderatedOn, DEFAULT_POLICY.workingDays.dispute + 1);

function giveBack(telling: CaseTelling, by: MadeUpPerson): void {
  const reason = telling.texts.say('Two sections do not say what they rest on.');
  telling.add(by, { type: 'ReturnAudit', reasonCode: 'evidence-missing', reason });
  gradeAgain(telling);
}

function ask(telling: CaseTelling): void {
  const reason = telling.texts.say('Part of the share that is moderated.');
  telling.lead({ type: 'RequireModeration', reason });
  telling.diary.afterMinutes(3);
}

/** It does not take place in time, and then at last it does; or never. */
function miss(telling: CaseTelling): void {
  const reason = telling.texts.say('Both moderators were needed in court.');
  telling.lead({ type: 'RecordMissedModeration', reasonCode: 'no-moderator-free', reason });
  telling.diary.afterDays(2);
  telling.unfinished = telling.departure === 'moderation-missed';
}

/** Now and then the qa-lead picks whoever audited the case. */
function allocate(telling: CaseTelling, { id: moderator }: MadeUpPerson): 'blind' | 'seen' {
  const { chance, world, auditor } = telling;
  if (chance.happens(world.shares.moderation.triesAuditor, 'moderates-own')) {
    telling.tries(world.directory.qaLead, { type: 'AllocateModerator', moderator: auditor.id }, 'own');
  }
  const manner = chance.happens(world.shares.moderation.blind, 'blind') ? 'blind' : 'seen';
  telling.lead({ type: 'AllocateModerator', moderator, manner });
  return manner;
}

/** Somebody else moderates after all; where nobody else could, it stays as it is. */
function changeModerator(telling: CaseTelling, manner: 'blind' | 'seen'): void {
  const { departure, world, about, diary, chance, texts, auditor, first } = telling;
  if (departure !== 'moderator-replaced' && departure !== 'moderator-tied') return;
  const before = telling.moderator!;
  const span = { from: diary.today, to: about.closes };
  const others = world.directory.free('moderator', about.subject, span, [auditor.id, first.id, before.id]);
  if (others.length === 0) return;
  const next = chance.pick(others, 'second-moderator');
  diary.afterMinutes(30);
  if (departure === 'moderator-replaced') {
    const why = { reasonCode: 'needed-elsewhere', reason: texts.say('Somebody else has the time.') };
    telling.lead({ type: 'ReplaceModerator', moderator: next.id, ...why });
  } else {
    const explanation = texts.say('They chaired a conference years ago.');
    world.directory.remember(before.id, about.subject.child);
    telling.add(before, { type: 'DeclareConflict', relationship: 'conference-chair', explanation });
    diary.afterMinutes(10);
    telling.lead({ type: 'AllocateModerator', moderator: next.id, manner }, 'after-conflict');
  }
  telling.moderator = next;
}

interface Moderated {
  readonly from: Grade;
  readonly grade: Grade;
  readonly manner: 'blind' | 'seen';
}

/** The day on which it was moderated. */
function moderate(
  telling: CaseTelling,
  moderator: MadeUpPerson,
  { from, grade, manner }: Moderated,
): IsoDate {
  const { diary, chance, texts, auditor, world } = telling;
  diary.afterMinutes(20);
  const reasonCode = chance.pick(WHY_CHANGED, 'why-changed');
  const sections = sectionsChanged(telling, grade).map((section) => ({ section, grade, reasonCode }));
  const changed = {
    reasonCode,
    reason: texts.rationale(grade, 'moderator'),
    ...(sections.length === 0 ? {} : { sections }),
  };
  const upheld = grade === from;
  const step = telling.add(moderator, {
    type: 'ModerateGrade',
    grade,
    manner,
    ...(upheld ? {} : changed),
  });
  const moderatedOn = diary.today;
  if (upheld) return moderatedOn;
  if (grade === 'inadequate') escalate(telling, step, { to: world.directory.qaLead, by: moderator });
  if (!chance.happens(world.shares.moderation.talkedThrough, 'talked-through')) return moderatedOn;
  diary.afterMinutes(25);
  const notes = texts.say('We read the descriptors side by side.');
  telling.add(moderator, {
    type: 'RecordModerationDiscussion',
    ...{ on: diary.today, with: [auditor.id], notes },
  });
  return moderatedOn;
}

/** One of the sections on which the two differ. */
function sectionsChanged({ answers, chance, world }: CaseTelling, grade: Grade): readonly string[] {
  const others = [...answers].filter(([, given]) => given !== grade).map(([section]) => section);
  return others.length > 0 && chance.happens(world.shares.moderation.sectionChanged, 'sections-changed')
    ? [chance.pick(others, 'section-changed')]
    : [];
}
