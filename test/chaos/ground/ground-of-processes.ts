import { eventLogMigrations } from '#event-log-postgres';
import { EmbeddedServer, migrate } from '#postgres';
import { viewMigrations } from '#views-postgres';
import { layGround, type LaidGround } from './ground.js';
import { RemoteDoor } from './remote-door.js';
import { killPostgres } from '../fire/strike.js';

const DOORS = 3;

/** An installation with a lasting PostgreSQL of its own, whose doors are processes; they and PostgreSQL may be killed. */
export async function groundOfProcesses(dataFolder: string): Promise<LaidGround> {
  const server = await EmbeddedServer.open({ dataFolder, log: () => undefined });
  const { connection } = server;
  await migrate(connection, [...eventLogMigrations, ...viewMigrations]);
  const ground = await layGround(connection);
  const doors = Array.from({ length: DOORS }, () => new RemoteDoor(dataFolder));
  return {
    ...ground,
    doors,
    strikes: [
      ...ground.strikes,
      ...doors.map((door) => ({ name: 'writing processes killed', strike: async () => door.kill() })),
      killPostgres(connection),
    ],
    close: async () => {
      await Promise.all(doors.map((door) => door.close()));
      await ground.close();
      await server.close();
    },
  };
}
