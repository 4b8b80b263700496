import { EXIT, type ExitCode } from '../exit-code.js';
import { print } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';

const MARK = { sound: 'sound  ', warning: 'warning', fault: 'FAULT  ' } as const;

/** `doctor`: looks at everything that must be right, changes nothing, and ends with 1 when there is a fault. */
export async function doctor(touchstone: Touchstone, around: Surroundings, json: boolean): Promise<ExitCode> {
  const findings = await touchstone.examine();
  print(
    around,
    json,
    { findings },
    findings.map(({ about, state, says }) => `${MARK[state]}  ${about}: ${says}`),
  );
  return findings.some(({ state }) => state === 'fault') ? EXIT.refused : EXIT.done;
}
