import {
  BANK_HOLIDAYS_ENGLAND,
  DEFAULT_POLICY,
  SHIPPED_TOOLS,
  type ClockKind,
  type CommandGateway,
  type Instant,
  type Order,
  type ShippedTool,
} from '#audit-cycle';
import { derivedId } from '#event-log';
import { authorityStreamId, policyId, shippedToolId, workingCalendarId } from './well-known-ids.js';

export interface NewAuthority {
  readonly authority: string;
  /** As people call it. */
  readonly name: string;
  readonly clock: ClockKind;
  /** The moment it begins at, for a simulated clock. */
  readonly at?: Instant;
}

/**
 * Gives an authority what it cannot work without: its registration, the product's default policy, England's bank holidays and
 * the tools that it ships, published. The command ids follow from the authority, so doing it again changes nothing.
 * @throws Error when a step is refused, which is a fault of the product.
 */
export async function setUpAuthority(
  gateway: CommandGateway,
  { authority, name, clock, at }: NewAuthority,
): Promise<void> {
  const orders: readonly Order[] = [
    {
      kind: 'authority',
      id: authorityStreamId(authority),
      command: { type: 'RegisterAuthority', name, clock },
    },
    { kind: 'policy', id: policyId(authority), command: { type: 'AdoptPolicy', policy: DEFAULT_POLICY } },
    {
      kind: 'working-calendar',
      id: workingCalendarId(authority),
      command: BANK_HOLIDAYS_ENGLAND,
    },
    ...(Object.keys(SHIPPED_TOOLS) as ShippedTool[]).flatMap((tool): Order[] => {
      const id = shippedToolId(authority, tool);
      return [
        { kind: 'audit-tool', id, command: { type: 'DraftTool', definition: SHIPPED_TOOLS[tool] } },
        { kind: 'audit-tool', id, command: { type: 'PublishTool', version: 1 } },
      ];
    }),
  ];
  for (const order of orders) {
    const answer = await gateway.execute({
      authority,
      actor: { person: 'authority-setup', roles: [], process: 'authority-setup' },
      commandId: derivedId('authority-setup', authority, order.id, order.command.type),
      order,
      ...(at === undefined ? {} : { at }),
    });
    if (!answer.ok)
      throw new Error(
        `Setting up ${authority}: ${order.command.type} was refused: ${answer.refusal.message}`,
      );
  }
}
