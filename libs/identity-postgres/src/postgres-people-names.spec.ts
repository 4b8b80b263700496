import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { peopleNamesContract } from '#identity/testing';
import { openPool, type Pool } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { identityMigrations } from './migrations.js';
import { PostgresPeopleNames } from './postgres-people-names.js';

let database: TestDatabase;
let writing: Pool;
let reading: Pool;

beforeAll(async () => {
  database = await testDatabase(identityMigrations);
  const { connection } = database;
  writing = openPool({ connection, role: 'touchstone_append', log: () => undefined });
  reading = openPool({ connection, role: 'touchstone_read', log: () => undefined });
});

afterAll(async () => {
  await Promise.all([writing.end(), reading.end()]);
  await database.drop();
});

peopleNamesContract('PostgreSQL', () => new PostgresPeopleNames(writing));

describe('names in PostgreSQL', () => {
  it('can be read and not written by the role that answers queries', async () => {
    const person = randomUUID();
    const name = { name: 'Ama Boateng', caseSystemName: null };
    await new PostgresPeopleNames(writing).give('shire', person, name);
    const names = new PostgresPeopleNames(reading);
    expect(await names.all('shire')).toEqual(new Map([[person, name]]));
    await expect(names.erase('shire', person)).rejects.toThrow(/permission denied/);
  });

  it('cannot be seen by a session that names no authority', async () => {
    await new PostgresPeopleNames(writing).give('shire', randomUUID(), {
      name: 'Sam Lee',
      caseSystemName: null,
    });
    expect((await writing.query('select from person_name')).rowCount).toBe(0);
  });
});
