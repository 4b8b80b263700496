import { afterAll, beforeAll } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import { viewStoreContract } from '#projections/testing';
import { viewEntities, viewMigrations, PostgresViewReader, PostgresViewStore } from './index.js';

let database: TestDatabase;
let writing: DataSource;
let reading: DataSource;

beforeAll(async () => {
  database = await testDatabase(viewMigrations);
  const { connection } = database;
  const entities = [...viewEntities];
  writing = await openDataSource({ connection, role: 'touchstone_project', entities });
  reading = await openDataSource({ connection, role: 'touchstone_read', entities });
}, 60_000);

afterAll(async () => {
  await writing.destroy();
  await reading.destroy();
  await database.drop();
});

viewStoreContract('PostgreSQL', 6, () => ({
  store: new PostgresViewStore(writing, 50),
  reader: new PostgresViewReader(reading),
}));
