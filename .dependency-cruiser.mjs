/**
 * Who may import whom. `npm run depcruise` checks the tree; test/architecture/fixtures holds for every rule a tree
 * that breaks that rule and no other.
 *
 * The names below are the whole list of libraries, those still to come included: a new one is added here first.
 */
const LOG_ADAPTERS = ['event-log-postgres', 'event-log-kurrentdb', 'event-feed-kafka'];
/** What reads the files that an authority prepares. */
const FILE_ADAPTERS = ['annex-a', 'scorecard-file'];
const PORT_ADAPTERS = [...LOG_ADAPTERS, 'views-postgres', 'identity-postgres', ...FILE_ADAPTERS];
/** Behind a port that a feature alone needs. */
const FEATURE_ADAPTERS = ['capture-postgres', 'notifications-postgres'];
const ADAPTERS = [...PORT_ADAPTERS, ...FEATURE_ADAPTERS];
const FEATURES = ['capture', 'insight', 'web', 'reports', 'notifications'];
const OUTERMOST = ['command-line', 'simulation'];
const DOMAIN = ['audit-cycle', 'assurance-statistics'];
const PORTS = ['event-log', 'views', 'projections', 'proof', 'sealing'];
/** Steps over domain and ports that more than one feature takes. */
const STEPS = ['population', 'authority-setup'];
const FOUNDATIONS = ['postgres', 'spreadsheet', 'platform', 'identity'];
const EVERY_LIBRARY = [...ADAPTERS, ...FEATURES, ...OUTERMOST, ...DOMAIN, ...PORTS, ...STEPS, ...FOUNDATIONS];

/** Only databases, brokers and files hide behind adapters: what speaks to them has no business elsewhere. */
const DATABASE_AND_BROKER_PACKAGES = ['pg', 'typeorm', '@nestjs/typeorm', 'kafkajs', '@kurrent/[^/]+'];

const libraries = (...names) => `^libs/(${names.join('|')})/`;
const packages = (...names) => `node_modules/(${names.join('|')})/`;
const NEST = packages('@nestjs/[^/]+');
const NODE_CRYPTO = '^(node:)?crypto$';

/** Specs and test helpers: they may use test tools and more of the house than the product code beside them. */
const TESTS = ['\\.spec\\.ts$', '^libs/[^/]+/src/testing(\\.ts$|/)', '^test/'];
const product = (...names) => ({ path: libraries(...names), pathNot: TESTS });

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'audit-cycle-imports-nothing',
      'The rules of the audit cycle depend on no package, no module of Node and no other library, so that a decision of today can be replayed in ten years.',
      product('audit-cycle'),
      { pathNot: [libraries('audit-cycle')] },
    ),
    rule(
      'assurance-statistics-imports-only-stdlib',
      'Figures are pure functions; distribution functions come from @stdlib, and hashing is passed in.',
      product('assurance-statistics'),
      { pathNot: [libraries('assurance-statistics'), packages('@stdlib/[^/]+')] },
    ),
    rule(
      'views-import-only-domain-and-statistics',
      'A view is a pure fold of events into rows: it knows the events and the figures, and neither log nor database.',
      product('views'),
      { pathNot: [libraries('views', 'audit-cycle', 'assurance-statistics')] },
    ),
    rule(
      'event-log-imports-only-node-crypto',
      'The port and its record format outlive every adapter; hashing is the only thing they need from outside.',
      product('event-log'),
      { pathNot: [libraries('event-log'), NODE_CRYPTO] },
    ),
    rule(
      'projections-import-only-log-and-views',
      'The runner folds any log into any views: it knows both ports, and no framework and no database.',
      product('projections'),
      { pathNot: [libraries('projections', 'event-log', 'views')], dependencyTypesNot: ['core'] },
    ),
    rule(
      'proof-and-sealing-import-only-the-log',
      'What proves and seals the record must be small enough to be read by an outsider: the log, Node, and nothing of ours besides.',
      product('proof', 'sealing'),
      { pathNot: ['^libs/$1/', libraries('event-log')], dependencyTypesNot: ['core', 'npm'] },
    ),
    rule(
      'proof-and-sealing-keep-out-of-nest',
      'What proves and seals the record also runs where no application runs.',
      product('proof', 'sealing'),
      { path: NEST },
    ),
    rule(
      'adapters-import-only-their-port',
      'An adapter translates between its port and one driver. It sees the port, the types that the port carries and the connection to PostgreSQL, or what opens a spreadsheet; never a feature and never another adapter.',
      product(...PORT_ADAPTERS),
      {
        path: '^libs/',
        pathNot: [
          '^libs/$1/',
          libraries(
            ...['event-log', 'views', 'projections', 'audit-cycle', 'identity'],
            ...['postgres', 'spreadsheet'],
          ),
        ],
      },
    ),
    rule(
      'adapters-of-a-feature-import-only-its-port',
      'An adapter behind a port of one feature sees that feature, the types of the domain and the connection to PostgreSQL; no other feature and no other adapter.',
      {
        path: `^libs/(${FEATURE_ADAPTERS.map((name) => name.replace(/-postgres$/, '')).join('|')})-postgres/`,
        pathNot: TESTS,
      },
      { path: '^libs/', pathNot: ['^libs/$1-postgres/', '^libs/$1/', libraries('audit-cycle', 'postgres')] },
    ),
    rule(
      'adapters-keep-out-of-nest',
      'Adapters are plain objects, so that a script, a test and another framework can use them; apps wire them into Nest.',
      product(...ADAPTERS, 'postgres', 'spreadsheet'),
      { path: NEST },
    ),
    rule(
      'postgres-imports-no-library',
      'Starting PostgreSQL and connecting to it is useful to every adapter because it knows none of them.',
      product('postgres'),
      { path: '^libs/', pathNot: [libraries('postgres')] },
    ),
    rule(
      'spreadsheet-imports-no-library',
      'What opens a workbook or a csv knows nothing of what is written in it, so that every file of an authority is read alike and as carefully.',
      product('spreadsheet'),
      { path: '^libs/', pathNot: [libraries('spreadsheet')] },
    ),
    rule(
      'platform-imports-no-feature-and-no-adapter',
      'Configuration, logging and health serve every feature; an adapter imported here would reach all of them by the back door.',
      product('platform'),
      { path: libraries(...FEATURES, ...ADAPTERS, ...OUTERMOST, 'identity', 'postgres') },
    ),
    rule(
      'features-import-no-adapter',
      'Features speak to ports; which log, database or broker stands behind them is decided in apps alone.',
      product(...FEATURES, 'identity'),
      {
        path: [
          libraries(...LOG_ADAPTERS, ...FEATURE_ADAPTERS, 'views-postgres', 'identity-postgres', 'postgres'),
          packages(...DATABASE_AND_BROKER_PACKAGES),
        ],
      },
    ),
    rule(
      'features-import-no-other-feature',
      'Features meet through events, views and ports. Identity is the one that all others may ask, and it asks none of them.',
      product(...FEATURES, 'identity'),
      { path: libraries(...FEATURES), pathNot: ['^libs/$1/'] },
    ),
    rule(
      'files-of-authorities-belong-to-capture',
      'Reading the files of an authority is part of capturing a population or a scorecard; other features see what was imported, in views.',
      product(...FEATURES.filter((name) => name !== 'capture'), 'identity'),
      { path: libraries(...FILE_ADAPTERS, 'spreadsheet') },
    ),
    rule(
      'steps-import-only-domain-and-ports',
      'What several features do alike is plain code over the domain and the ports, so that any of them may call it.',
      product(...STEPS),
      {
        path: ['^libs/', NEST],
        pathNot: ['^libs/$1/', libraries(...DOMAIN, 'event-log', 'sealing', ...FILE_ADAPTERS, ...STEPS)],
      },
    ),
    rule(
      'command-line-and-simulation-import-only-ports',
      'The verbs and the made-up people go the way that everybody goes: through the domain and the ports, and a verb may start a simulation.',
      product(...OUTERMOST),
      {
        path: ['^libs/', packages(...DATABASE_AND_BROKER_PACKAGES)],
        pathNot: [
          '^libs/$1/',
          libraries(...DOMAIN, ...PORTS, ...STEPS, ...FILE_ADAPTERS, 'platform', 'identity', 'simulation'),
        ],
      },
    ),
    rule(
      'command-line-and-simulation-serve-only-apps',
      'Nothing below may depend on the outermost layer.',
      { path: libraries(...EVERY_LIBRARY), pathNot: [...TESTS, libraries(...OUTERMOST)] },
      { path: libraries(...OUTERMOST) },
    ),
    rule(
      'nothing-imports-apps',
      'Apps put the pieces together; a piece that needed an app could not be put into another one.',
      { path: '^(apps/[^/]+|libs|test)/' },
      { path: '^apps/', pathNot: ['^$1/'] },
    ),
    rule(
      'no-cycles',
      'Files that import each other, types included, can only be read, tested and replaced together.',
      {},
      { circular: true },
    ),
    rule(
      'libraries-are-entered-by-their-door',
      'Another library is imported as #name or #name/testing and in no other way, so that its inside can change.',
      { path: '^(apps|libs/[^/]+|test)/' },
      { path: '^libs/', pathNot: ['^$1/'], dependencyTypesNot: ['aliased-subpath-import'] },
    ),
    rule(
      'test-helpers-stay-in-tests',
      'What a test may do to the record, the product may not.',
      { pathNot: TESTS },
      { path: '^libs/[^/]+/src/testing(\\.ts$|/)' },
    ),
    rule(
      'specs-are-imported-by-nothing',
      'A spec that is imported runs twice; what two specs share is a test helper.',
      {},
      { path: '\\.spec\\.ts$' },
    ),
    rule(
      'product-imports-no-development-package',
      'Development packages are not there where the product runs.',
      { path: '^(apps|libs)/', pathNot: TESTS },
      { dependencyTypes: ['npm-dev'] },
    ),
    rule(
      'peers-are-for-the-bench',
      'Other event stores are here to be measured beside ours; no other test may lean on one.',
      { pathNot: '^test/bench/' },
      { path: packages('@event-driven-io/[^/]+') },
    ),
    rule(
      'packages-are-declared',
      'A package that package.json does not name is there by the grace of another one, and goes when that goes.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'imports-resolve',
      'An import that leads nowhere, such as one into the depth of a library, would escape every other rule.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'every-library-has-its-rules',
      'A library that this file does not name would stand outside all of it: add it to a list above.',
      { path: '^libs/', pathNot: [libraries(...EVERY_LIBRARY)] },
      {},
    ),
  ],
  options: {
    // The fixtures break the rules on purpose; test/architecture checks each by itself.
    exclude: { path: '^test/architecture/fixtures/' },
    doNotFollow: { path: 'node_modules' },
    // Type-only imports count: a type of an adapter in a feature ties them together as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['touchstone-source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
