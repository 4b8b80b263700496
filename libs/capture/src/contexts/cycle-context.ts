import { policyId } from '#authority-setup';
import type { Acting, CycleContext, CycleState, OrderFor } from '#audit-cycle';
import { addition } from './add-children.js';
import { drawnElsewhere } from './drawn-elsewhere.js';
import { drawFrom } from './draw-from.js';
import { drawReAudits } from './draw-re-audits.js';
import type { Known } from './lookups.js';
import { moderationSecret, secretDigest } from './moderation-secret.js';
import { nextCase } from './next-case.js';
import { stillToDo } from './still-to-do.js';

/** What deciding about a cycle needs: for each command only its own part is looked up. */
export async function cycleContext(
  known: Known,
  { id, command }: OrderFor<'cycle'>,
  state: CycleState,
  acting: Acting,
): Promise<CycleContext> {
  const context: CycleContext = {
    ...acting,
    policy: { current: null },
    tool: null,
    addition: null,
    draw: null,
    next: null,
    drawnElsewhere: 0,
    secretDigest: null,
    secret: null,
    unfinished: [],
    selecting: 0,
    reAuditDraw: null,
  };
  if (command.type === 'PlanCycle') {
    const { authority, look } = known;
    const tool = look.of('audit-tool', command.tool.id);
    const policy = look.of('policy', policyId(authority)).state;
    return { ...context, policy, tool: tool.revision === null ? null : tool.state };
  }
  if (state.status === 'not-planned') return context;
  switch (command.type) {
    case 'AddChildren':
      return { ...context, addition: await addition(known, command, state) };
    case 'DrawSample':
      return { ...context, draw: await drawFrom(known, id, command, state, acting) };
    case 'OpenCycle':
      return {
        ...context,
        drawnElsewhere: await drawnElsewhere(known, id, state, acting),
        secretDigest: secretDigest(await moderationSecret(known, id, state)),
      };
    case 'DrawReAudits':
      return { ...context, reAuditDraw: await drawReAudits(known, id, command, state, acting) };
    case 'DrawReplacement':
      return { ...context, next: await nextCase(known, id, state, command.stratum, acting) };
    case 'CloseCycle':
      return state.opened === null || state.status === 'closed'
        ? context
        : {
            ...context,
            ...(await stillToDo(known, id, state, acting)),
            secret: await moderationSecret(known, id, state),
          };
    case 'ImportPopulation':
    case 'ExtendDeadline':
    case 'PublishFindings':
    case 'ShareLearning':
      return context;
  }
}
