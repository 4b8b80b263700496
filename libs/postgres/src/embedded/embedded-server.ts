import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection.js';
import { isConnectionLoss } from '../connection-loss.js';
import { DataFolderInUse } from '../problem.js';
import { Keeper } from './keeper.js';
import { reachServer, type Reached, type ReachOptions } from './reach.js';
import { stopServer } from './stop.js';

export interface EmbeddedServerEvents {
  /** The server went away. Queries fail until `restored`. */
  lost: [reason: Error];
  /** It is back, by our doing or another's, with the claims of this process; pools make new sessions by themselves. */
  restored: [];
  /** It is back, but another process has taken a claim of this one, which must therefore stop. */
  abandoned: [reason: DataFolderInUse];
}

const RETRY_MS = 1_000;

/**
 * The PostgreSQL server of a data folder. Processes that open the same folder share one server: the first starts it,
 * the last to close stops it. It outlives processes that are killed, and the next one to open it attaches to it;
 * while a process has it open and the server dies, the process starts it again.
 */
export class EmbeddedServer extends EventEmitter<EmbeddedServerEvents> {
  private readonly claims = new Set<string>();
  private keeper: Keeper | undefined;
  private recovery: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly options: ReachOptions,
    private reached: Reached,
  ) {
    super();
  }

  /** Attaches to the server of `dataFolder`, or starts it, making the folder and the database when they are new. */
  static async open(options: ReachOptions): Promise<EmbeddedServer> {
    const server = new EmbeddedServer(options, await reachServer(options));
    await server.join();
    return server;
  }

  /** How to connect: as the login `touchstone`, which is no superuser, to the database `touchstone`, which it owns. */
  get connection(): Connection {
    return this.reached.connection;
  }

  /**
   * Takes an exclusive right on the data folder for as long as this process lives, such as being its one `web server`.
   * Throws DataFolderInUse when another process has it.
   */
  async claim(name: string): Promise<void> {
    if (!this.keeper) throw new Error('The server is not there at the moment.');
    await this.take(this.keeper, name);
    this.claims.add(name);
  }

  /** Leaves the server, and stops it if nobody else uses it. Pools should be closed first. */
  async close(): Promise<void> {
    this.closing ??= this.leave();
    return this.closing;
  }

  private async leave(): Promise<void> {
    await this.recovery;
    try {
      await this.keeper?.leave(() => stopServer(this.reached.home));
    } catch (error) {
      // It went away in that moment, which is what was wanted.
      if (!isConnectionLoss(error)) throw error;
    }
  }

  /** Joins the users of the server, starting it again when the last of them is just stopping it. */
  private async join(): Promise<void> {
    for (;;) {
      try {
        const keeper = await Keeper.join(this.connection, (reason) => this.lose(keeper, reason));
        await this.takeClaims(keeper);
        return;
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
      }
      this.reached = await reachServer(this.options);
    }
  }

  private async takeClaims(keeper: Keeper): Promise<void> {
    try {
      for (const name of this.claims) await this.take(keeper, name);
      this.keeper = keeper;
    } catch (error) {
      await keeper.leave(async () => undefined);
      throw error;
    }
  }

  private async take(keeper: Keeper, name: string): Promise<void> {
    const claim = await keeper.claim(name);
    if (!claim.taken) throw new DataFolderInUse(name, this.options.dataFolder, claim.pid);
  }

  private lose(keeper: Keeper, reason: Error): void {
    if (keeper !== this.keeper || this.closing) return;
    this.keeper = undefined;
    this.options.log(`The database server went away (${reason.message}); starting it again.`);
    this.emit('lost', reason);
    this.recovery = this.recover();
  }

  private async recover(): Promise<void> {
    let told = '';
    while (!this.closing) {
      const problem = await this.rejoin();
      if (!problem) {
        this.options.log('The database server is back.');
        this.emit('restored');
        return;
      }
      if (problem.message !== told) this.options.log(problem.message);
      told = problem.message;
      if (problem instanceof DataFolderInUse) {
        this.emit('abandoned', problem);
        return;
      }
      await pause(RETRY_MS);
    }
  }

  private async rejoin(): Promise<Error | undefined> {
    try {
      this.reached = await reachServer(this.options);
      await this.join();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
