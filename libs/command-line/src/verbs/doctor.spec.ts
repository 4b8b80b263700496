import { beforeEach, describe, expect, it } from '@jest/globals';
import { AtATerminal } from '../testing/at-a-terminal.js';

const SOUND = { about: 'PostgreSQL', state: 'sound', says: 'version 18.4' } as const;
const WARNING = { about: 'Disk', state: 'warning', says: '1.0 GB free' } as const;
const FAULT = {
  about: 'Record of northshire',
  state: 'fault',
  says: 'Event at position 7: changed',
} as const;

let terminal: AtATerminal;
beforeEach(() => {
  terminal = new AtATerminal();
});

describe('doctor', () => {
  it('tells every finding on a line of its own, faults in capitals', async () => {
    terminal.stores.findings = [SOUND, WARNING, FAULT];
    const { out } = await terminal.types('doctor');
    expect(out).toBe(
      'sound    PostgreSQL: version 18.4\nwarning  Disk: 1.0 GB free\nFAULT    Record of northshire: Event at position 7: changed\n',
    );
  });

  it('ends with 0 where everything is sound, and where somebody should soon do something', async () => {
    terminal.stores.findings = [SOUND, WARNING];
    expect((await terminal.types('doctor')).code).toBe(0);
  });

  it('ends with 1 where there is a fault', async () => {
    terminal.stores.findings = [FAULT, SOUND];
    expect((await terminal.types('doctor')).code).toBe(1);
  });

  it('tells machines the same in one document', async () => {
    terminal.stores.findings = [SOUND, FAULT];
    const { code, document, err } = await terminal.typesForJson('doctor');
    expect({ code, document, err }).toEqual({ code: 1, document: { findings: [SOUND, FAULT] }, err: '' });
  });
});
