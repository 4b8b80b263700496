import { accept, refuse, type Decision } from '../decider.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { addChildren } from './add-children.js';
import { closeCycle } from './close-cycle.js';
import type { CycleCommand, PlanCycle } from './commands.js';
import type { CycleContext } from './context.js';
import { extendDeadline } from './extend-deadline.js';
import { publishFindings } from './publish-findings.js';
import { shareLearning } from './share-learning.js';
import { drawReAudits } from './draw-re-audits.js';
import { drawReplacement } from './draw-replacement.js';
import { drawSample } from './draw-sample.js';
import type { CycleEvent } from './events.js';
import { importPopulation } from './import-population.js';
import { planCycle } from './plan-cycle.js';
import type { Cycle, CycleState } from './state.js';

/** Refusals: already-planned, not-found, already-closed, not-open, and those of the decision asked for. */
export function decideCycle(
  command: CycleCommand,
  state: CycleState,
  context: CycleContext,
): Decision<CycleEvent> {
  if (command.type === 'PlanCycle') {
    return state.status === 'not-planned'
      ? planCycle(command, context)
      : refuse('already-planned', 'This cycle is planned already.');
  }
  if (state.status === 'not-planned') return refuse('not-found', 'There is no such cycle.');
  if (state.status === 'closed' && !isAfterwards(command)) {
    return refuse('already-closed', 'This cycle is closed.');
  }
  return decidePlanned(command, state, context);
}

/** What is done with a cycle when its audits are over. */
const isAfterwards = ({ type }: CycleCommand): boolean =>
  type === 'PublishFindings' || type === 'ShareLearning' || type === 'DrawReAudits';

function decidePlanned(
  command: Exclude<CycleCommand, PlanCycle>,
  state: Cycle,
  context: CycleContext,
): Decision<CycleEvent> {
  switch (command.type) {
    case 'ImportPopulation':
      return importPopulation(command, state, context);
    case 'AddChildren':
      return addChildren(command, state, context);
    case 'DrawSample':
      return drawSample(command, state, context);
    case 'OpenCycle':
      return openCycle(state, context);
    case 'ExtendDeadline':
      return extendDeadline(command, state, context);
    case 'DrawReplacement':
      return notOpen(state) ?? drawReplacement(command, state, context);
    case 'CloseCycle':
      return notOpen(state) ?? closeCycle(command, context);
    case 'PublishFindings':
      return publishFindings(command, state, context);
    case 'ShareLearning':
      return shareLearning(command, state, context);
    case 'DrawReAudits':
      return drawReAudits(command, state, context);
  }
}

/**
 * The cases are selected once the cycle is open: from then on the sample cannot be drawn again.
 * Children that another cycle drew at the same time are not audited twice: one of the two draws again.
 * Refusals: not-permitted, sample-missing, already-open, drawn-elsewhere.
 */
function openCycle(
  { status }: Cycle,
  { actor, drawnElsewhere, secretDigest }: CycleContext,
): Decision<CycleEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (status === 'planned') return refuse('sample-missing', 'Draw a sample first.');
  if (status === 'open') return refuse('already-open', 'This cycle is open already.');
  if (drawnElsewhere > 0) {
    return refuse(
      'drawn-elsewhere',
      `Another cycle has drawn ${drawnElsewhere} of these children meanwhile. Draw the sample again, with that as the reason.`,
      { count: drawnElsewhere },
    );
  }
  if (secretDigest === null) throw new Error('The moderation secret of this cycle was not looked up');
  return accept({
    type: 'CycleOpened',
    facts: { openedBy: actor.person, moderationSecretDigest: secretDigest },
    narrative: null,
  });
}

const notOpen = ({ status }: Cycle): Decision<never> | null =>
  status === 'open' ? null : refuse('cycle-not-open', 'Open the cycle first.');
