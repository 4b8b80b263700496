import { launcher } from './progress.mjs';
import { runVerb } from './verb.mjs';

/** `npm run touchstone -- <verb>`: the command line. */
await launcher(() => runVerb(process.argv.slice(2)));
