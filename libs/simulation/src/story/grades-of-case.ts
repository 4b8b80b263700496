import { DEFAULT_POLICY, isDrawnForModeration, moderationDrawText, type Grade } from '#audit-cycle';
import { simulatedSecret } from '#authority-setup';
import { sha256Hex } from '#event-log';
import type { Chance } from '../chance.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { gradeFor, isWorse, trueQuality, typicalQuality } from './quality.js';
import type { CaseToTell, World } from './world.js';

/** What is thought of the work with a child, by whom. */
export interface GradesOfCase {
  readonly quality: number;
  /** The quality as the auditor sees it. */
  readonly seen: number;
  readonly submitted: Grade | null;
  /** Somebody asked for the moderation; otherwise the policy's rule does. */
  readonly asked: boolean;
  readonly moderator: MadeUpPerson | null;
  readonly moderated: Grade | null;
  /** The moderator asks for more than the auditor did. */
  readonly setsAction: boolean;
  readonly final: Grade | null;
}

/** Of the audits that no rule moderates, the share that the qa-lead asks for. */
const ASKED_FOR = 0.03;
const { grades: ALWAYS_MODERATED, randomSharePercent } = DEFAULT_POLICY.moderation;

export function gradesOf(
  world: World,
  about: CaseToTell,
  auditor: MadeUpPerson,
  chance: Chance,
): GradesOfCase {
  const { fate, subject, turn } = about;
  const forced = fate.kind === 'graded' ? fate.grades : null;
  const quality = forced
    ? typicalQuality(forced.moderated)
    : trueQuality(world.chance, subject.child, subject.team, turn);
  const seen = forced
    ? typicalQuality(forced.submitted)
    : quality + auditor.leniency + 0.35 * chance.normal('seen');
  const none = { asked: false, moderator: null, moderated: null, setsAction: false };
  if (fate.kind !== 'graded') return { quality, seen, submitted: null, final: null, ...none };
  const submitted = forced?.submitted ?? gradeFor(seen);
  const byRule = ALWAYS_MODERATED.includes(submitted) || isDrawn(about);
  if (!byRule && !forced && !chance.happens(ASKED_FOR, 'asked-to-moderate'))
    return { quality, seen, submitted, final: submitted, ...none };
  const moderator = chance.pick(
    world.directory.free('moderator', subject, { from: about.from, to: about.closes }, [auditor.id]),
    'moderator',
  );
  const moderated = forced?.moderated ?? moderatedGrade(quality, seen, submitted, moderator, chance);
  const setsAction = isWorse(moderated, submitted) && chance.happens(0.5, 'moderator-sets-action');
  return { quality, seen, submitted, asked: !byRule, moderator, moderated, setsAction, final: moderated };
}

/** Whether the cycle's secret chooses the case, which nobody in the story knows beforehand. */
const isDrawn = ({ cycle, audit }: CaseToTell): boolean =>
  isDrawnForModeration(sha256Hex(moderationDrawText(simulatedSecret(cycle), audit)), randomSharePercent);

/** A moderator sees the work for themselves and the auditor's grade as well, and lets some of what they would grade otherwise stand. */
function moderatedGrade(
  quality: number,
  seen: number,
  submitted: Grade,
  { leniency }: MadeUpPerson,
  chance: Chance,
): Grade {
  const own = gradeFor(0.5 * quality + 0.5 * seen + leniency + 0.2 * chance.normal('moderated'));
  return own !== submitted && chance.happens(0.15, 'lets-it-stand') ? submitted : own;
}
