import { accept, refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import { isHere } from '../person/state.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { notIndependent, personNotHere } from './can-judge.js';
import type { RaiseImmediateRisk } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';

/**
 * Whoever sees that a child may not be safe says so, whatever else is missing (rule 6 of the domain), also after the audit is final
 * and its cycle closed. Somebody else has to act, and not the child's own worker. An
 * allegation about staff is not described here, and goes to somebody who is not of the child's team or line.
 * Refusals: not-permitted, code-malformed, own-escalation, own-case, person-not-here, allegation-described, concern-missing, and for an
 * allegation those of `notIndependent`.
 */
export function raiseImmediateRisk(
  { risk, escalateTo, referredOnly, concern }: RaiseImmediateRisk,
  { selected }: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { actor, people, now } = context;
  const refused = needsRole(actor, 'qa-lead', 'auditor', 'moderator', 'external-reviewer') ?? needsCode(risk);
  if (refused) return refused;
  if (escalateTo === actor.person) {
    return refuse('own-escalation', 'Name somebody else who has to act, and speak to them now.');
  }
  if (escalateTo === selected.worker) {
    return refuse('own-case', "Name somebody else than the child's own worker.", { person: escalateTo });
  }
  if (!isHere(lookedUp(people, escalateTo), londonDate(now))) return personNotHere(escalateTo);
  const unfit =
    referredOnly || risk === ALLEGATION
      ? (described({ risk, referredOnly, concern }) ?? notIndependent(escalateTo, selected, context))
      : undescribed(concern);
  return (
    unfit ??
    accept({
      type: 'ImmediateRiskRaised',
      facts: { risk, by: actor.person, referredOnly, escalateTo },
      narrative: narrative({ concern }),
    })
  );
}

/** The one code of an allegation about staff: any other would say what it is about. */
const ALLEGATION = 'allegation';

/** What is said of an allegation is that it was referred, and nothing else, whichever of the two says that it is one. */
const described = ({
  risk,
  referredOnly,
  concern,
}: Pick<RaiseImmediateRisk, 'risk' | 'referredOnly'> & {
  readonly concern: string | undefined;
}): Decision<never> | null =>
  isWritten(concern) || risk !== ALLEGATION || !referredOnly
    ? refuse(
        'allegation-described',
        `Pass an allegation about staff on as referred only, under the code ${ALLEGATION}, and write nothing about it here.`,
      )
    : null;

const undescribed = (concern: string | undefined): Decision<never> | null =>
  isWritten(concern) ? null : refuse('concern-missing', 'Write down what puts the child at risk now.');
