import { describe, expect, it } from '@jest/globals';
import { BANK_HOLIDAYS_ENGLAND, SHIPPED_TOOLS, type CommandGateway, type ShippedTool } from '#audit-cycle';
import { InProcessGateway, MemoryCycleSecrets } from '#capture';
import { factsOf, MemoryBlobStore, MemoryConsumerCheckpoints, MemoryEventLog } from '#event-log';
import { setUpAuthority } from './set-up-authority.js';
import { authorityStreamId, policyId, shippedToolId, workingCalendarId } from './well-known-ids.js';

const NORTHSHIRE = { authority: 'northshire', name: 'Northshire', clock: 'real' } as const;

const TOOLS = Object.keys(SHIPPED_TOOLS) as ShippedTool[];

const log = (): MemoryEventLog => new MemoryEventLog(() => new Date('2026-03-02T09:00:00.000Z'));

/** As another process would, with nothing remembered. */
const gatewayOn = (events: MemoryEventLog): InProcessGateway =>
  new InProcessGateway({
    log: events,
    blobs: new MemoryBlobStore(),
    checkpoints: new MemoryConsumerCheckpoints(),
    secrets: new MemoryCycleSecrets(),
    clock: () => new Date('2026-03-02T09:00:00.000Z'),
    newSeed: () => 'seed',
    report: () => undefined,
  });

describe('setting up an authority', () => {
  it('registers it and gives it a policy, a working calendar and the published tools', async () => {
    const events = log();
    await setUpAuthority(gatewayOn(events), NORTHSHIRE);
    const recorded = (await events.readAll('northshire')).events;
    expect(recorded.map(({ header }) => [header.stream, header.type])).toEqual([
      [`northshire/authority-${authorityStreamId('northshire')}`, 'AuthorityRegistered'],
      [`northshire/policy-${policyId('northshire')}`, 'PolicyAdopted'],
      [`northshire/working-calendar-${workingCalendarId('northshire')}`, 'BankHolidaysPublished'],
      ...TOOLS.flatMap((tool) => {
        const stream = `northshire/audit-tool-${shippedToolId('northshire', tool)}`;
        return [
          [stream, 'ToolDrafted'],
          [stream, 'ToolPublished'],
        ];
      }),
    ]);
    const [authority, , holidays] = recorded.map(factsOf);
    expect(authority).toEqual({ name: 'Northshire', clock: 'real' });
    expect(holidays).toMatchObject({ holidays: BANK_HOLIDAYS_ENGLAND.holidays });
    expect(recorded.filter(({ header }) => header.type === 'ToolDrafted').map(factsOf)).toEqual(
      TOOLS.map((tool) => ({ version: 1, definition: SHIPPED_TOOLS[tool] })),
    );
  });

  it('a second time changes nothing, in this process or another', async () => {
    const events = log();
    await setUpAuthority(gatewayOn(events), NORTHSHIRE);
    const head = await events.head('northshire');
    await setUpAuthority(gatewayOn(events), NORTHSHIRE);
    expect(await events.head('northshire')).toBe(head);
  });

  it.each([1, 2, 3, 4, 5, 10])(
    'cut off after %d of its steps, is completed by doing it again',
    async (steps) => {
      const [whole, cut] = [log(), log()];
      await setUpAuthority(gatewayOn(whole), NORTHSHIRE);
      await expect(setUpAuthority(endingAfter(steps, gatewayOn(cut)), NORTHSHIRE)).rejects.toThrow('ended');
      await setUpAuthority(gatewayOn(cut), NORTHSHIRE);
      const types = async (events: MemoryEventLog): Promise<readonly string[]> =>
        (await events.readAll('northshire')).events.map(({ header }) => header.type);
      expect(await types(cut)).toEqual(await types(whole));
    },
  );

  it('under another name or clock is refused, and leaves the authority as it was', async () => {
    const events = log();
    await setUpAuthority(gatewayOn(events), NORTHSHIRE);
    const head = await events.head('northshire');
    const simulated = { ...NORTHSHIRE, clock: 'simulated', at: '2024-01-01T09:00:00.000Z' } as const;
    for (const other of [{ ...NORTHSHIRE, name: 'Southshire' }, simulated])
      await expect(setUpAuthority(gatewayOn(events), other)).rejects.toThrow('RegisterAuthority was refused');
    expect(await events.head('northshire')).toBe(head);
  });

  it('happens at the moment that is given where the clock is simulated', async () => {
    const events = log();
    const at = '2024-01-01T09:00:00.000Z';
    await setUpAuthority(gatewayOn(events), { ...NORTHSHIRE, clock: 'simulated', at });
    const { events: all } = await events.readAll('northshire');
    expect(new Set(all.map(({ header }) => header.occurredAt))).toEqual(new Set([at]));
  });
});

/** A process that ends after so many commands. */
const endingAfter = (steps: number, gateway: CommandGateway): CommandGateway => {
  let left = steps;
  return {
    carriedOn: (...about) => gateway.carriedOn(...about),
    execute: (envelope) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('ended')) : gateway.execute(envelope);
    },
  };
};
