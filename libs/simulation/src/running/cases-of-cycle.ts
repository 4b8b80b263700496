import type { ActionId, AuditId, ChildId, CycleId, Frame, IsoDate } from '#audit-cycle';
import { auditId } from '#authority-setup';
import type { CyclePlan } from '../cycle-plan.js';
import { tellCase, type CaseStory } from '../story/case-story.js';
import type { CaseToTell, FirstAuditor, World } from '../story/world.js';
import { workingDay } from '../working-time.js';
import { suggestedAuditors } from './suggested-auditors.js';

/** A case that was drawn: its place in the frame, its number in the sample (null for a replacement), and from when it is there. */
export interface DrawnCase {
  readonly index: number;
  readonly number: number | null;
  readonly from: IsoDate;
}

interface TellsCases {
  readonly world: World;
  /** Actions set for each child, by all cycles. */
  readonly actionsOfChild: Map<ChildId, ActionId[]>;
  /** The day on which the last cycle that drew a child closes. */
  readonly auditedUntil: Map<ChildId, IsoDate>;
  /** Every case of every cycle. */
  readonly cases: Map<AuditId, CaseStory>;
}

/** Working days within which a replacement is allocated. */
const REPLACEMENT_WITHIN = 1;

/** The cases of one cycle, told as they are allocated: what the product proposes depends on who has what by then. */
export class CasesOfCycle {
  readonly told: CaseStory[] = [];

  constructor(
    private readonly cycle: CycleId,
    private readonly plan: CyclePlan,
    private readonly shared: TellsCases,
  ) {}

  /** The stories of these cases, day by day: first those that the qa-lead gives away by hand, then the rest at once. */
  tell(frame: Frame, drawn: readonly DrawnCase[]): readonly CaseStory[] {
    const before = this.told.length;
    const cases = drawn.map((one) => this.about(frame, one));
    for (const [day, ofDay] of [...Map.groupBy(cases, ({ allocatedOn }) => allocatedOn)].sort(byDay)) {
      const { true: suggested = [], false: byHand = [] } = Object.groupBy(ofDay, (one) =>
        String(this.chanceOf(one).happens(this.shared.world.shares.allocation.suggested, 'suggested')),
      );
      for (const one of byHand) this.tellOne(one, this.thoughtOf(one));
      const auditors = suggestedAuditors(this.shared.world.directory, suggested, this.told, day);
      for (const one of suggested) {
        const auditor = auditors.get(one.audit);
        this.tellOne(one, auditor === undefined ? this.thoughtOf(one) : { auditor, how: 'suggested' });
      }
    }
    return this.told.slice(before);
  }

  private about({ entries, asAt }: Frame, { index, number, from }: DrawnCase): CaseToTell {
    const { child, team, worker, cohort, family } = entries[index]!;
    const audit = auditId(this.cycle, index);
    const chance = this.chanceOf({ audit });
    const { turn, tool, kind } = this.plan;
    const within = number === null ? REPLACEMENT_WITHIN : this.plan.allocatedWithin;
    return {
      ...{ audit, cycle: this.cycle, turn, cohort, family, from },
      tool: tool.definition,
      inGrid: kind === 'dip-sample',
      auditedBefore: this.shared.auditedUntil.has(child),
      auditedElsewhere: (this.shared.auditedUntil.get(child) ?? '') >= from,
      subject: { child, team, worker, asAt },
      fate: this.plan.fate(chance, number, this.shared.world.shares),
      allocatedOn: workingDay(from, chance.between(0, within, 'allocated')),
      closes: this.plan.closesOn,
      earlierActions: this.shared.actionsOfChild.get(child) ?? [],
    };
  }

  /** Anybody who may and can. */
  private thoughtOf(one: CaseToTell): FirstAuditor {
    const { subject, allocatedOn, closes } = one;
    const able = this.shared.world.directory.auditors(subject, { from: allocatedOn, to: closes });
    return { auditor: this.chanceOf(one).pick(able, 'auditor'), how: 'by-hand' };
  }

  private tellOne(one: CaseToTell, first: FirstAuditor): void {
    const { world, actionsOfChild, auditedUntil, cases } = this.shared;
    const { child } = one.subject;
    const story = tellCase(world, one, first);
    this.told.push(story);
    cases.set(one.audit, story);
    actionsOfChild.set(child, [...one.earlierActions, ...story.actions.map(({ id }) => id)]);
    auditedUntil.set(child, one.closes);
  }

  private chanceOf({ audit }: Pick<CaseToTell, 'audit'>) {
    return this.shared.world.chance.of('case', audit);
  }
}

const byDay = ([one]: readonly [IsoDate, unknown], [other]: readonly [IsoDate, unknown]): number =>
  one < other ? -1 : 1;
