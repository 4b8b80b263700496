import { Inject, Injectable } from '@nestjs/common';
import {
  nobodyYet,
  person as people,
  type PersonCommand,
  type PersonEvent,
  type Refusal,
} from '#audit-cycle';
import { canonicalJson, derivedId } from '#event-log';
import type { PersonName } from '#identity';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk, type Accepted } from '../deciding/command-desk.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { refused } from '../deciding/refused.js';
import type { Sending } from '../deciding/sending.js';
import type { JoinBody } from './person-bodies.js';

/**
 * Lets somebody join with everything that is known about them: several decisions, each under an id that follows from the
 * request, so that a request which was cut off is finished by sending it again. What the domain would refuse of the later ones
 * is found before the first.
 */
@Injectable()
export class Joining {
  constructor(
    private readonly desk: CommandDesk,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  async join(sending: Sending, body: JoinBody): Promise<Recorded> {
    const commands = commandsOf(body);
    const id = newPersonId(sending, commands);
    const refusal = await this.foreseen(sending, id, commands);
    if (refusal !== null) throw refused(refusal);
    await this.nameFirst(sending, id, { name: body.name, caseSystemName: body.caseSystemName ?? null });
    const first = await this.give(sending, id, commands[0]!, 0);
    let last = first;
    for (const [n, command] of commands.entries()) {
      if (n > 0) last = await this.give(sending, id, command, n);
    }
    const recorded = await this.desk.recorded(sending, last);
    return { ...recorded, repeated: first.repeated, created: `/v1/people/${id}` };
  }

  private async give(sending: Sending, id: string, command: PersonCommand, n: number): Promise<Accepted> {
    const { envelope } = sending;
    const commandId = n === 0 ? envelope.commandId : derivedId('joining', envelope.commandId, String(n));
    const answer = await this.desk.execute({
      ...envelope,
      commandId,
      order: { kind: 'person', id, command },
    });
    if (answer.ok) return answer;
    if (n === 0) await this.forgetUnlessJoined(envelope.authority, id);
    throw refused(answer.refusal);
  }

  /** The name goes first, and only once: nobody is on record whose name was lost, and a repeat does not undo an erasure. */
  private async nameFirst({ envelope }: Sending, id: string, name: PersonName): Promise<void> {
    const { authority, commandId } = envelope;
    if ((await this.parts.log.findCommand(authority, commandId)) === null) {
      await this.parts.names.give(authority, id, name);
      return;
    }
    const known = (await this.parts.names.all(authority)).get(id);
    if (known !== undefined && (known.name !== name.name || known.caseSystemName !== name.caseSystemName)) {
      throw refused(OTHER_NAME);
    }
  }

  private async forgetUnlessJoined(authority: string, id: string): Promise<void> {
    const { revision } = await this.parts.gateway.lookups.streams.load(authority, 'person', id);
    if (revision === null) await this.parts.names.erase(authority, id);
  }

  /** Decides everything after the joining on paper, as on the day of it. */
  private async foreseen(
    { envelope }: Sending,
    id: string,
    [join, ...later]: readonly PersonCommand[],
  ): Promise<Refusal | null> {
    const { authority, actor } = envelope;
    const on = join?.type === 'Join' ? join.on : '';
    const joined: PersonEvent = { type: 'PersonJoined', facts: { on }, narrative: null };
    let state = people.evolve(nobodyYet, joined);
    for (const command of later) {
      const manager =
        command.type === 'RecordLineManager'
          ? (await this.parts.gateway.lookups.streams.load(authority, 'person', command.manager)).state
          : null;
      const decision = people.decide(command, state, {
        now: `${on}T12:00:00.000Z`,
        ...{ actor, person: id, manager },
      });
      if (!decision.ok) return decision.refusal;
      state = decision.events.reduce(people.evolve, state);
    }
    return null;
  }
}

/**
 * Follows from the request and from all that it records, so that the same key with other roles or teams is found out by the first
 * decision. Names are left out: nobody may be able to try names against an id.
 */
const newPersonId = (sending: Sending, commands: readonly PersonCommand[]): string =>
  derivedId('joining-as', madeBy(sending, 'person'), canonicalJson(commands));

const commandsOf = ({
  on,
  roles,
  memberships = [],
  lineManagers = [],
}: JoinBody): readonly PersonCommand[] => [
  { type: 'Join', on },
  ...(roles === undefined ? [] : [{ type: 'GiveRoles', roles } as const]),
  ...memberships.map((one) => ({ type: 'RecordTeamMembership', to: null, ...one }) as const),
  ...lineManagers.map((one) => ({ type: 'RecordLineManager', to: null, ...one }) as const),
];

const OTHER_NAME: Refusal = {
  code: 'idempotency-key-reused',
  message:
    'This key was used before to let somebody join under another name. Send a new request under a new key.',
};
