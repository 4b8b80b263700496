import { fileURLToPath } from 'node:url';

const isCompiled = new URL(import.meta.url).pathname.endsWith('.js');

/** The compiled form of a program, to be run as a process, wherever this file itself runs from. `name`: from this folder on, without ending. */
export const compiled = (name: string): string =>
  fileURLToPath(new URL(isCompiled ? `${name}.js` : `../../dist/test/chaos/${name}.js`, import.meta.url));
