import { DEFAULT_POLICY, isDrawnForModeration, moderationDrawText, type Grade } from '#audit-cycle';
import { simulatedSecret } from '#authority-setup';
import { sha256Hex } from '#event-log';
import type { Chance } from '../chance.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { Shares } from '../shares.js';
import { gradeFor, isWorse, trueQuality, typicalQuality } from './quality.js';
import type { CaseToTell, World } from './world.js';

/** What is thought of the work with a child, by whom. */
export interface GradesOfCase {
  readonly quality: number;
  /** The quality as the auditor sees it. */
  readonly seen: number;
  readonly submitted: Grade | null;
  /** Who returns the first grade; null where nobody does. */
  readonly returnedBy: 'lead' | 'moderator' | null;
  /** The grade that the auditor gives after that. */
  readonly resubmitted: Grade | null;
  /** Somebody asked for the moderation; otherwise the policy's rule does. */
  readonly asked: boolean;
  readonly moderator: MadeUpPerson | null;
  readonly moderated: Grade | null;
  /** The moderator asks for more than the auditor did. */
  readonly setsAction: boolean;
  /** What a panel came to where the auditor disputed the moderated grade; null where nobody did. */
  readonly settled: Grade | null;
  readonly final: Grade | null;
}

const { grades: ALWAYS_MODERATED, randomSharePercent } = DEFAULT_POLICY.moderation;

export function gradesOf(
  world: World,
  about: CaseToTell,
  auditor: MadeUpPerson,
  except: MadeUpPerson,
  chance: Chance,
): GradesOfCase {
  const { fate, subject, turn } = about;
  const shares = world.shares.moderation;
  const forced = fate.kind === 'graded' ? fate.grades : null;
  const quality = forced
    ? typicalQuality(forced.moderated)
    : trueQuality(world.chance, subject.child, subject.team, turn);
  const seen = forced
    ? typicalQuality(forced.submitted)
    : quality + auditor.leniency + 0.35 * chance.normal('seen');
  const none = { asked: false, moderator: null, moderated: null, setsAction: false, settled: null };
  const notReturned = { returnedBy: null, resubmitted: null } as const;
  if (fate.kind !== 'graded') return { quality, seen, submitted: null, ...notReturned, final: null, ...none };
  const aboveLimit = fate.departure === 'above-limit';
  const submitted = forced?.submitted ?? (aboveLimit ? 'good' : gradeFor(seen));
  const always = isDrawn(about) || aboveLimit || !world.directory.isApproved(auditor, about.from);
  const first = always || ALWAYS_MODERATED.includes(submitted);
  const returned = fate.departure === 'returned';
  const resubmitted = returned ? gradeFor(0.6 * quality + 0.4 * seen) : null;
  const returnedBy: GradesOfCase['returnedBy'] = returned
    ? first && chance.happens(shares.returnedByModerator, 'returned-by')
      ? 'moderator'
      : 'lead'
    : null;
  const standing = resubmitted ?? submitted;
  const byRule = first || ALWAYS_MODERATED.includes(standing);
  const given = { quality, seen, submitted, returnedBy, resubmitted };
  // What is missed for good was asked for.
  const asked =
    fate.departure === 'moderation-missed' || chance.happens(shares.askedFor, 'asked-to-moderate');
  if (!byRule && !forced && !asked) return { ...given, final: standing, ...none };
  const moderator = chance.pick(
    world.directory.free('moderator', subject, { from: about.from, to: about.closes }, [
      auditor.id,
      except.id,
    ]),
    'moderator',
  );
  const moderated =
    forced?.moderated ?? moderatedGrade({ quality, seen, standing, moderator }, chance, shares);
  const setsAction =
    isWorse(moderated, standing) && chance.happens(shares.setsAction, 'moderator-sets-action');
  const disputed =
    !forced && !fate.late && moderated !== standing && chance.happens(shares.disputed, 'disputed');
  const settled = disputed ? settledGrade(standing, moderated, chance, shares) : null;
  const final = settled ?? moderated;
  return { ...given, asked: !byRule, moderator, moderated, setsAction, settled, final };
}

/** Whether the cycle's secret chooses the case, which nobody in the story knows beforehand. */
const isDrawn = ({ cycle, audit }: CaseToTell): boolean =>
  isDrawnForModeration(sha256Hex(moderationDrawText(simulatedSecret(cycle), audit)), randomSharePercent);

interface ToModerate {
  readonly quality: number;
  readonly seen: number;
  /** The auditor's grade. */
  readonly standing: Grade;
  readonly moderator: MadeUpPerson;
}

/** A moderator sees the work for themselves and the auditor's grade as well, and lets some of what they would grade otherwise stand. */
function moderatedGrade(
  { quality, seen, standing, moderator: { leniency } }: ToModerate,
  chance: Chance,
  { letStand }: Shares['moderation'],
): Grade {
  const own = gradeFor(0.5 * quality + 0.5 * seen + leniency + 0.2 * chance.normal('moderated'));
  return own !== standing && chance.happens(letStand, 'lets-it-stand') ? standing : own;
}

/** One of the two. A panel makes no case inadequate that the moderator did not. */
const settledGrade = (
  standing: Grade,
  moderated: Grade,
  chance: Chance,
  { settledForAuditor }: Shares['moderation'],
): Grade =>
  standing !== 'inadequate' && chance.happens(settledForAuditor, 'settled-for-auditor')
    ? standing
    : moderated;
