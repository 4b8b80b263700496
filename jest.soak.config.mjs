import tests from './jest.config.mjs';

/** Long seeded programmes: `npm run soak`. Each appends what it saw to docs/soak.md. */
export default { ...tests, testMatch: ['**/*.soak.ts'], maxWorkers: 1 };
