import { Inject, Injectable } from '@nestjs/common';
import { londonDate, type AuditId, type CaseAuditCommand, type PersonId, type Refusal } from '#audit-cycle';
import { derivedId, streamName } from '#event-log';
import { invalidInput } from '#platform';
import { allocationWarnings } from '../../contexts/allocation-warnings.js';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import type { Recorded } from '../deciding/recorded.js';
import { refused } from '../deciding/refused.js';
import type { Sending } from '../deciding/sending.js';

/** One of many commands that a request sends. */
export interface AllocationWanted {
  readonly audit: AuditId;
  readonly auditor: PersonId;
  /** A refusal stands for a command that is not sent. `seen`: the revision of the audit that it was made for. */
  readonly order: { readonly command: CaseAuditCommand; readonly seen?: bigint } | Refusal;
  readonly commandId: string;
}

/** What the request is about; its revision is in the answer. */
export interface AllocationsAbout {
  readonly kind: 'cycle' | 'person';
  readonly id: string;
  readonly revision: bigint;
}

/** Commands that are on their way together; the log commits them in few batches. */
const AT_ONCE = 50;

/**
 * Sends many allocations, each as a command of its own with its own answer: what is refused leaves the others as they are. Their ids
 * follow from the request, so that a request which was cut off is finished by sending it again.
 */
@Injectable()
export class Allocating {
  constructor(
    private readonly desk: CommandDesk,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  async send(
    sending: Sending,
    { kind, id, revision }: AllocationsAbout,
    wanted: readonly AllocationWanted[],
  ): Promise<Recorded> {
    const { authority } = sending.envelope;
    const warnings = await this.warnings(sending, wanted.filter(isToAudit));
    const answers: Answered[] = [];
    for (let n = 0; n < wanted.length; n += AT_ONCE) {
      answers.push(
        ...(await Promise.all(wanted.slice(n, n + AT_ONCE).map((one) => this.sendOne(sending, one)))),
      );
    }
    const done = answers.flatMap((answer) => (answer.ok ? [answer] : []));
    const position = done.reduce(
      (last, one) => (one.position > last ? one.position : last),
      done.length > 0 ? 0n : await this.parts.log.head(authority),
    );
    const repeated = done.length > 0 && done.every((one) => one.repeated);
    const stream = streamName(authority, kind, id);
    const recorded = await this.desk.recorded(sending, {
      ok: true,
      id,
      stream,
      revision,
      position,
      repeated,
    });
    return {
      ...recorded,
      extra: {
        answers: wanted.map(({ audit }, n) => ({
          audit,
          ...answerOf(answers[n]!),
          warnings: warnings.get(audit) ?? [],
        })),
      },
    };
  }

  private async sendOne(
    { envelope: { seenRevision: _ofTheWhole, ...envelope } }: Sending,
    { audit, commandId, order }: AllocationWanted,
  ): Promise<Answered> {
    if ('code' in order) return { ok: false, refusal: order };
    const { command, seen } = order;
    return this.desk.execute({
      ...envelope,
      commandId,
      order: { kind: 'case-audit', id: audit, command },
      ...(seen === undefined ? {} : { seenRevision: seen }),
    });
  }

  /** What is to be said about allocations, whether they are accepted or not. */
  async warnings(
    { envelope }: Sending,
    wanted: readonly Pick<AllocationWanted, 'audit' | 'auditor'>[],
  ): ReturnType<typeof allocationWarnings> {
    const { lookups } = this.parts.gateway;
    const look = await lookups.standing.look(envelope.authority);
    const today = londonDate(envelope.at ?? lookups.clock().toISOString());
    return allocationWarnings({ ...lookups, authority: envelope.authority, look }, wanted, today);
  }
}

/** What is counted and warned of are audits; a moderation is no part of anybody's capacity. */
const isToAudit = ({ order }: AllocationWanted): boolean =>
  !('command' in order && order.command.type === 'ReplaceModerator');

type Answered = Awaited<ReturnType<CommandDesk['execute']>>;

const answerOf = (answer: Answered): object =>
  answer.ok
    ? { accepted: true, revision: Number(answer.revision) }
    : { accepted: false, code: answer.refusal.code, message: answer.refusal.message };

/** @throws Problem 400 where an audit is named twice, 412 where what the list is about has moved on */
export function checkList(
  { envelope: { seenRevision } }: Sending,
  revision: bigint,
  audits: readonly AuditId[],
  member: string,
): void {
  const again = audits.findIndex((audit, n) => audits.indexOf(audit) < n);
  if (again >= 0) {
    throw invalidInput([{ path: `${member}.${again}.audit`, message: 'name each audit once' }]);
  }
  if (seenRevision !== undefined && seenRevision !== revision) throw refused(MOVED_ON);
}

const MOVED_ON: Refusal = {
  code: 'revision-mismatch',
  message: 'Somebody changed this since you looked at it. Load it again and decide afresh.',
};

/** The id of the command for one audit of a list. */
export const commandFor = ({ envelope }: Sending, audit: AuditId, what: string): string =>
  derivedId('one-of-many', envelope.commandId, audit, what);
