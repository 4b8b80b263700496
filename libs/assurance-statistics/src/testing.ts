export { Unknowns, type KnownSum } from './testing/possible-numbers.js';
