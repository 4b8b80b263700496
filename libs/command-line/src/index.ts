export { commandApiOf, type CommandApi } from './command-api.js';
export { runCommandLine } from './command-line.js';
export { EXIT } from './exit-code.js';
export { ProgressBar } from './progress-bar.js';
export type { Finding, Surroundings, Touchstone } from './touchstone.js';
