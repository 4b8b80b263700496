import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/**
 * A migration whose words are an SQL file. Migrations run in the order of their numbers over all libraries; number
 * and name together are what the database remembers, so neither may change once it has run anywhere.
 * There is no way back down: a mistake is put right by a further migration.
 */
export function sqlMigration(number: number, name: string, file: URL): MigrationClass {
  // TypeORM takes the last thirteen characters of a name for its place in the order.
  const fullName = `${name}${String(number).padStart(13, '0')}`;
  return class implements MigrationInterface {
    readonly name = fullName;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(await readFile(file, 'utf8'));
    }

    async down(): Promise<void> {
      throw new Error(`${fullName} cannot be undone; write a migration that puts it right.`);
    }
  };
}
