import {
  addDays,
  addMonths,
  DEFAULT_POLICY,
  type Instant,
  type Period,
  type ReviewRoundCommand,
  type ReviewRoundState,
} from '#audit-cycle';
import { reviewRoundId } from '#authority-setup';
import { sha256Hex } from '#event-log';
import type { CyclePlan } from '../cycle-plan.js';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { escalate } from '../story/escalation-story.js';
import { MADE_UP, MadeUpTexts } from '../story/made-up-texts.js';
import { gradeFor } from '../story/quality.js';
import { momentOf, workingDay } from '../working-time.js';
import type { Milestone, SharedByCycles } from './cycle-in-progress.js';
import { acting } from './step-maker.js';
import { inOrderOfTime, onceCarriedOn, type Step } from './step.js';

const { fewest, months } = DEFAULT_POLICY.external;
const CYCLES_OF_A_ROUND = months / 2;
/** Days of access, and working days until the reviewer who leaves early does. */
const ACCESS_DAYS = 120;

/** After each half-year of cycles people from outside grade some of its audits again. */
export function reviewRounds(plans: readonly CyclePlan[], shared: SharedByCycles): readonly Milestone[] {
  let held = 0;
  return plans
    .filter(({ key, turn }) => key.startsWith('bimonthly/') && turn % CYCLES_OF_A_ROUND === 0)
    .map(({ key, period }) => {
      const halfYear = { from: period.from, to: addDays(addMonths(period.from, months), -1) };
      const at = momentOf(workingDay(addDays(halfYear.to, 8), 0), 190);
      const happen = async (): Promise<void> => {
        if (await hold(key, held + 1, halfYear, at, shared)) held += 1;
      };
      return { at, happen };
    });
}

/** Whether there was a round: there is none where no audit became final in that time. */
async function hold(
  key: string,
  ordinal: number,
  halfYear: Period,
  at: Instant,
  shared: SharedByCycles,
): Promise<boolean> {
  const { world, performer, ports, cases, drawSeed, stories } = shared;
  const { qaLead } = world.directory;
  const audits = [...cases.values()].filter(
    ({ finalised }) => finalised !== null && finalised.on >= halfYear.from && finalised.on <= halfYear.to,
  ).length;
  if (audits === 0) return false;
  const id = reviewRoundId(performer.authority, ordinal);
  const round = new RoundToTell(id, at.slice(0, 10), shared);
  await performer.perform(
    round.step(at, qaLead, {
      type: 'OpenRound',
      ...{ halfYear, sampleSize: Math.min(fewest, audits), whyCode: 'fewest-of-the-policy' },
      panel: round.reviewers.map(({ id }, n) => ({ from: n === 0 ? 'university' : 'neighbour', person: id })),
    }),
  );
  const seed = drawSeed === 'server' ? {} : { seed: sha256Hex(world.maker.id('round-draw', key)) };
  const drawnAt = new Date(Date.parse(at) + 60_000).toISOString();
  await performer.perform(round.step(drawnAt, qaLead, { type: 'SampleAudits', ...seed }));
  stories.add(round.reviewing(await ports.round(performer.authority, id)));
  return true;
}

/** What reviewers do with the audits that were drawn; one of three leaves early, and the others take over. */
class RoundToTell {
  readonly reviewers: readonly MadeUpPerson[];
  private readonly steps: Step[] = [];
  private readonly diary: Diary;
  private readonly chance;
  private readonly texts: MadeUpTexts;

  constructor(
    readonly id: string,
    private readonly day: string,
    private readonly shared: SharedByCycles,
  ) {
    const { directory, chance } = shared.world;
    this.reviewers = directory.holding('external-reviewer');
    this.chance = chance.of('round', this.id);
    this.diary = new Diary(this.chance, workingDay(day, 1));
    this.texts = new MadeUpTexts(this.chance);
  }

  step(at: Instant, by: MadeUpPerson, command: ReviewRoundCommand, label = ''): Step {
    const order = { kind: 'review-round', id: this.id, command } as const;
    return this.shared.world.maker.step(at, acting(by), order, `${command.type}/${label}`);
  }

  reviewing(state: ReviewRoundState): readonly Step[] {
    const chosen = (state.status === 'not-opened' ? null : state.sample)?.chosen ?? [];
    const [first, past, leaving] = this.reviewers;
    if (first === undefined || past === undefined || leaving === undefined)
      throw new Error('A round needs three reviewers');
    const { qaLead, caseloads } = this.shared.world.directory;
    const pastTeam = caseloads[0]!.team.name;
    for (const one of this.reviewers) this.admit(one, one === past ? [pastTeam] : []);
    const reviewerOf = (audit: string, n: number): MadeUpPerson => {
      const one = this.reviewers[n % this.reviewers.length]!;
      return one === past && this.storyOf(audit).subject.team === pastTeam ? first : one;
    };
    const given = chosen.map(({ audit }, n) => ({ audit, by: reviewerOf(audit, n) }));
    for (const { audit, by } of given) this.allocate(audit, by);
    const open = new Set(given);
    const review = (one: (typeof given)[number]): void => {
      this.review(one.audit, one.by);
      open.delete(one);
    };
    const ofLeaving = given.filter(({ by }) => by === leaving);
    for (const one of ofLeaving.slice(0, Math.floor(ofLeaving.length / 2))) review(one);
    this.add(qaLead, { type: 'WithdrawReviewer', reviewer: leaving.id, reasonCode: 'no-time-left' });
    for (const one of [...open]) {
      if (one.by === leaving) this.allocate(one.audit, first);
      review({ ...one, by: one.by === leaving ? first : one.by });
    }
    this.conclude(chosen.map(({ audit }) => audit));
    return inOrderOfTime(this.steps);
  }

  private admit(reviewer: MadeUpPerson, pastTeams: readonly string[]): void {
    this.add(
      this.shared.world.directory.qaLead,
      {
        type: 'AdmitReviewer',
        ...{ reviewer: reviewer.id, from: this.day, until: addDays(this.day, ACCESS_DAYS) },
        ...{ pastEmployment: pastTeams.length > 0, pastTeams, personalKnowledge: [] },
        checks: ['disclosure-checked', 'confidentiality-agreed'],
      },
      reviewer.id,
    );
  }

  private allocate(audit: string, to: MadeUpPerson): void {
    this.add(
      this.shared.world.directory.qaLead,
      { type: 'AllocateReview', audit, reviewer: to.id },
      `${audit}/${to.id}`,
    );
  }

  private review(audit: string, by: MadeUpPerson): void {
    const { code } = this.storyOf(audit).tool.sections.find(({ answer }) => answer.kind === 'grade')!;
    const grade = this.gradeOf(audit);
    this.diary.afterMinutes(50);
    const rationale = `${MADE_UP} What the record shows up to its last day.`;
    const sections = [{ section: code, grade }];
    const committed = this.add(by, { type: 'CommitBlindGrade', audit, grade, sections, rationale }, audit);
    // By then the product has put the two grades beside each other, in the same stream.
    const quality = this.chance.pick(['good', 'good', 'adequate', 'poor'] as const, `quality/${audit}`);
    this.add(by, { type: 'JudgeAuditQuality', audit, quality, aspects: ['evidence', 'analysis'] }, audit);
    this.steps.push(onceCarriedOn(this.steps.pop()!));
    const { subject, finalised } = this.storyOf(audit);
    if (grade !== 'inadequate' || finalised?.grade === 'inadequate') return;
    const { world } = this.shared;
    const { diary, texts, steps } = this;
    const compared = world.maker.comparing(committed);
    escalate({ world, subject, diary, texts, steps }, compared, { to: world.directory.qaLead, by });
  }

  private conclude(audits: readonly string[]): void {
    const agreed = audits.filter((audit) => this.gradeOf(audit) === this.storyOf(audit).finalised?.grade);
    const share = agreed.length / audits.length;
    const opinion = share >= 0.8 ? 'reliable' : share >= 0.55 ? 'reliable-with-limits' : 'not-reliable';
    this.diary.afterDays(3);
    const text = `${MADE_UP} Most grades hold; where they do not, the evidence is thin.`;
    const givenBy = this.reviewers[0]!.id;
    this.add(this.shared.world.directory.qaLead, { type: 'ConcludeRound', opinion, givenBy, text });
  }

  private gradeOf(audit: string): ReturnType<typeof gradeFor> {
    return gradeFor(this.storyOf(audit).quality + 0.35 * this.chance.normal(`grade/${audit}`));
  }

  private storyOf(audit: string) {
    const story = this.shared.cases.get(audit);
    if (story === undefined) throw new Error(`Nothing was told of the audit ${audit}`);
    return story;
  }

  private add(by: MadeUpPerson, command: ReviewRoundCommand, label = ''): Step {
    const step = this.step(this.diary.afterMinutes(4), by, command, label);
    this.steps.push(step);
    return step;
  }
}
