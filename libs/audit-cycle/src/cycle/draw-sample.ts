import { accept, refuse, type Decision } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { Sha256 } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { DrawSample } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Sample } from './sample.js';
import type { Cycle } from './state.js';

/**
 * Takes in a sample that was drawn from this cycle's frozen frame, until the cycle is opened (rule 9). A second draw
 * needs a reason; the first stays on the record. Refusals: not-permitted, already-open, population-missing, frame-differs,
 * sample-differs, redraw-reason-missing, code-malformed, and whatever the draw itself refused.
 */
export function drawSample(
  command: DrawSample,
  state: Cycle,
  { actor, draw, now }: CycleContext,
): Decision<CycleEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (state.status === 'open') return refuse('already-open', 'The cycle is open: its sample stays.');
  if (state.population === null || draw === null) {
    return refuse('population-missing', 'Import the population first.');
  }
  if (!draw.ok) return refuse(draw.code, draw.message);
  const { sample } = draw;
  const unfit = notAskedFor(command, sample, state.population.frame, londonDate(now));
  if (unfit) return unfit;
  return state.sample === null
    ? accept({ type: 'SampleDrawn', facts: { sample }, narrative: null })
    : drawAgain(sample, command.redrawReason);
}

function drawAgain(sample: Sample, reason: DrawSample['redrawReason']): Decision<CycleEvent> {
  if (reason === undefined || !isWritten(reason.text)) {
    return refuse(
      'redraw-reason-missing',
      'Say why the sample is drawn again; the first stays on the record.',
    );
  }
  return (
    needsCode(reason.code) ??
    accept({
      type: 'SampleRedrawn',
      facts: { sample, reasonCode: reason.code },
      narrative: { reason: reason.text },
    })
  );
}

function notAskedFor(
  { size, minimumPerStratum, seed }: DrawSample,
  sample: Sample,
  frame: Sha256,
  today: IsoDate,
): Decision<never> | null {
  if (sample.frame !== frame) {
    return refuse('frame-differs', 'The population was imported again meanwhile. Draw once more.');
  }
  const chosen = sample.strata.reduce((sum, stratum) => sum + stratum.chosen.length, 0);
  const supplied = sample.seedSource === 'supplied' ? sample.seed : undefined;
  return chosen === size &&
    sample.size === size &&
    sample.minimumPerStratum === minimumPerStratum &&
    supplied === seed &&
    sample.drawnOn === today
    ? null
    : refuse('sample-differs', 'The sample is not the one that was asked for. Draw once more.', {
        asked: size,
        chosen,
      });
}
