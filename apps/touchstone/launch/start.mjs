import { launcher } from './progress.mjs';
import { runVerb } from './verb.mjs';

/** `npm start`: everything from a fresh clone to a running Touchstone. */
await launcher(() => runVerb(['start', ...process.argv.slice(2)]));
