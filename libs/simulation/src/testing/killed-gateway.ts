import type { CommandGateway } from '#audit-cycle';

/** A process that dies at the so-manyth command, before or after it was recorded; from then on nothing is answered. */
export function killedAt(call: number, recorded: boolean): (gateway: CommandGateway) => CommandGateway {
  let calls = 0;
  return (gateway) => ({
    carriedOn: (...about) => gateway.carriedOn(...about),
    execute: async (envelope) => {
      calls += 1;
      if (calls === call && recorded) await gateway.execute(envelope);
      if (calls >= call) throw new Error('killed');
      return gateway.execute(envelope);
    },
  });
}
