import { fileURLToPath } from 'node:url';

/** The folder of this checkout. (`import.meta.dirname` is missing in Node 20.0 to 20.10.) */
export const checkout = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
