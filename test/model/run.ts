import {
  addDays,
  aggregates,
  type CommandAnswer,
  type Order,
  type OrderFor,
  type PersonId,
  type StreamKind,
} from '#audit-cycle';
import { reAuditId, reviewRoundId } from '#authority-setup';
import { parseStreamName } from '#event-log';
import { AUTHORITY, type AtWork } from './at-work.js';
import { acceptedIn, BY_THE_PRODUCT, cell, mayBeAccepted } from './cells.js';
import { commandsOf, HOW_OFTEN, MODEL_KINDS, OFFERS, statusOf, type ModelKind } from './offers.js';
import { Draw, type About, type Offer } from './offers/offer.js';
import { brokenIn } from './invariants.js';
import { EVERYBODY, PEOPLE } from './people.js';
import { enact, type Scene } from './scene.js';

/** What a run has done and what was not as it must be, in sentences. */
export interface Run {
  readonly work: AtWork;
  readonly findings: readonly string[];
  readonly cells: readonly string[];
  readonly said: readonly string[];
}

/** Carries out one command for each number; a 0 does nothing, so that a failing run can be made smaller. */
export async function run(scene: Scene, steps: readonly number[]): Promise<Run> {
  const going = new Going(scene, await enact(scene));
  await going.lookAround();
  for (const step of steps) if (step !== 0) await going.take(new Draw(step));
  const { work, findings, cells, said } = going;
  const broken = await brokenIn(work);
  return { work, findings: [...findings, ...broken, ...work.reports.filter(isFault)], cells, said };
}

/** A process that is refused says so: as often as that is the right answer, and it goes on. What failed is another matter. */
const isFault = (report: string): boolean => !/refused/i.test(report);

class Going {
  readonly findings: string[] = [];
  readonly cells: string[] = [];
  readonly said: string[] = [];
  private readonly streams = new Map<StreamKind, string[]>();
  private seen = 0n;

  constructor(
    private readonly scene: Scene,
    readonly work: AtWork,
  ) {}

  async take(draw: Draw): Promise<void> {
    if (draw.rarely(10)) this.work.now = `${addDays(this.work.today, draw.one(1, 1, 2, 6))}T09:00:00.000Z`;
    const kind = this.kind(draw);
    const id = this.target(kind, draw);
    await this.give(kind, id, draw);
    await this.work.gateway.catchUp(AUTHORITY);
    await this.lookAround();
  }

  private async give<K extends ModelKind>(kind: K, id: string, draw: Draw): Promise<void> {
    const { work } = this;
    const { state } = await work.gateway.lookups.streams.load(AUTHORITY, kind, id);
    const status = statusOf(state);
    const type = draw.mostly(
      draw.rarely(3) ? [] : acceptedIn(kind, status),
      commandsOf(kind),
    ) as OrderFor<K>['command']['type'];
    const about = { state, today: work.today, draw, ids: (of: StreamKind) => this.streams.get(of) ?? [id] };
    const make = OFFERS[kind][type] as (about: About<K>) => Offer<OrderFor<K>['command']>;
    const { command, by } = make(about);
    const who = draw.rarely(4) ? draw.one(...EVERYBODY) : draw.one(...by);
    const answer = await this.say({ kind, id, command } as Order, who, draw);
    const outcome = answer.ok ? 'accepted' : 'refused';
    this.said.push(
      `${who} ${type} ${kind} ${id} (${status}): ${answer.ok ? 'done' : answer.refusal.code} ${JSON.stringify(command)}`,
    );
    this.cells.push(cell(kind, status, type, outcome));
    if (answer.ok && !mayBeAccepted(kind, status, type))
      this.findings.push(`${type} was accepted of a ${kind} that is ${status}`);
  }

  /** What is refused leaves nothing. What is sent again, now and then, leaves nothing more and is answered as before. */
  private async say(order: Order, who: PersonId, draw: Draw): Promise<CommandAnswer> {
    const { work } = this;
    const commandId = work.nextCommand();
    const before = await work.log.head(AUTHORITY);
    const answer = await work.say(order, who, { commandId });
    const after = await work.log.head(AUTHORITY);
    if (!answer.ok && after !== before)
      this.findings.push(`${order.command.type} was refused and left something`);
    if (answer.ok && after === before)
      this.findings.push(`${order.command.type} was accepted and left nothing`);
    if (draw.rarely(2)) {
      const again = await work.say(order, who, { commandId });
      if ((await work.log.head(AUTHORITY)) !== after)
        this.findings.push(`${order.command.type} was sent again and left something more`);
      if (plain(again) !== plain(answer))
        this.findings.push(`${order.command.type} was answered in two ways`);
    }
    return answer;
  }

  private kind(draw: Draw): ModelKind {
    return draw.one(...MODEL_KINDS.flatMap((kind) => Array<ModelKind>(HOW_OFTEN[kind]).fill(kind)));
  }

  /** A stream that there is, or, now and then, one that may yet be. */
  private target(kind: ModelKind, draw: Draw): string {
    const known = this.streams.get(kind) ?? [];
    if (kind === 'person')
      return draw.one(...EVERYBODY, ...Array.from({ length: 5 }, () => draw.id()), ...LEAVERS);
    if (draw.rarely(10)) return draw.id();
    if (kind === 'review-round' && draw.rarely(6)) return reviewRoundId(AUTHORITY, known.length + 1);
    if (kind === 're-audit' && draw.rarely(4))
      return reAuditId(draw.one(...this.scene.ids.past), draw.one(1, 2));
    // The audits of the closed cycle stay as they are, so few commands go to them.
    const isTurnOfPast = draw.rarely(12);
    const of = known.filter(
      (id) => kind !== 'case-audit' || this.scene.ids.past.includes(id) === isTurnOfPast,
    );
    return of.length === 0 ? draw.id() : draw.one(...of);
  }

  /** Takes note of new streams, and of what the product itself has done. */
  async lookAround(): Promise<void> {
    const isFirst = this.seen === 0n;
    const { events, through } = await this.work.log.readAll(AUTHORITY, { after: this.seen, limit: 100_000 });
    this.seen = through;
    for (const { header, revision } of events) {
      const { kind, id } = parseStreamName(header.stream) as { kind: StreamKind; id: string };
      if (revision === 0n) this.streams.set(kind, [...(this.streams.get(kind) ?? []), id]);
      const command = BY_THE_PRODUCT[header.type];
      if (isFirst || command === undefined || !(kind in HOW_OFTEN)) continue;
      const initial = statusOf(aggregates[kind as ModelKind].initialState);
      const status = revision === 0n ? initial : kind === 'cycle' ? 'open' : 'sampled';
      this.cells.push(cell(kind as ModelKind, status, command, 'accepted'));
    }
  }
}

/** Gil left before the scene begins, and is asked about often. */
const LEAVERS = Array<PersonId>(5).fill(PEOPLE.gil);

/** Without what tells a first answer from its repeat. */
const plain = (answer: CommandAnswer): string =>
  answer.ok ? `${answer.stream} ${answer.revision} ${answer.position}` : answer.refusal.code;
