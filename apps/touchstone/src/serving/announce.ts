import { TRIAL_WARNING } from '#identity';
import type { Configuration } from '#platform';
import type { TrialPerson } from '#simulation';
import type { Surroundings } from '#command-line';

/** What a person who has just started Touchstone wants to know: where it is, who they can be, and what to be careful about. */
export function announce(
  { out }: Pick<Surroundings, 'out'>,
  { trialSignIn }: Configuration,
  address: string,
  people: readonly TrialPerson[],
): void {
  out(`\nTouchstone is at ${address}\n`);
  if (!trialSignIn) return;
  out(`\n*** ${TRIAL_WARNING}\n\n`);
  const [first] = people;
  if (first === undefined) return;
  out('People of the demonstration authority whom you can act as:\n');
  const widest = Math.max(0, ...people.map(({ role }) => role.length));
  for (const { id, name, role, cleared } of people) {
    const besides = cleared.length === 0 ? '' : `, cleared for ${cleared.join(' and ')} figures`;
    out(`  ${role.padEnd(widest)}  ${id}  ${name}${besides}\n`);
  }
  out(
    `\nFor example:\n  curl -H 'X-Touchstone-Authority: demonstration' -H 'X-Touchstone-Person: ${first.id}' ${address}/v1/cycles\n`,
  );
  out('\nCtrl-C stops it.\n');
}
