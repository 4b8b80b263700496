import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { tidyLine } from '../vocabulary/tidy-line.js';
import type { DefineMeasure, RedefineMeasure } from './commands.js';
import type { MeasureDefinition } from './definition.js';
import type { MeasureEvent } from './events.js';
import type { Measure } from './state.js';

const MOST_DECIMALS = 4;

/** Refusals: ref-missing, and those of `faultOf`. */
export const defineMeasure = (
  { ref, code, definition, eligibility }: DefineMeasure,
  { actor }: Acting,
): Decision<MeasureEvent> => {
  if (ref !== null && !isWritten(ref)) {
    return refuse('ref-missing', 'Write the number of the measure, or leave it out.');
  }
  return (
    needsCode(code) ??
    faultOf(definition) ??
    accept({
      type: 'MeasureDefined',
      facts: {
        ref: ref === null ? null : tidyLine(ref),
        code,
        definition: tidied(definition),
        by: actor.person,
      },
      narrative: narrative({ eligibility }),
    })
  );
};

/** Refusals: same-definition, and those of `faultOf`. */
export const redefineMeasure = (
  { definition, eligibility, reasonCode, reason }: RedefineMeasure,
  { definitions }: Measure,
  { actor }: Acting,
): Decision<MeasureEvent> =>
  needsCode(reasonCode) ??
  faultOf(definition) ??
  (isSame(tidied(definition), definitions.at(-1) as MeasureDefinition)
    ? refuse('same-definition', 'That is how it is defined already.')
    : accept({
        type: 'MeasureRedefined',
        facts: {
          version: definitions.length + 1,
          definition: tidied(definition),
          reasonCode,
          by: actor.person,
        },
        narrative: narrative({ eligibility, reason }),
      }));

/** Refuses with code-malformed, title-missing, section-missing, decimals-invalid. */
const faultOf = ({ title, section, decimals, eligibility }: MeasureDefinition): Decision<never> | null => {
  if (!isWritten(title)) return refuse('title-missing', 'Say what people call the measure.');
  if (!isWritten(section)) return refuse('section-missing', 'Name the heading that it stands under.');
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS) {
    return refuse('decimals-invalid', `Print figures with 0 to ${MOST_DECIMALS} decimals.`, { decimals });
  }
  return needsCode(eligibility ?? undefined);
};

const tidied = (definition: MeasureDefinition): MeasureDefinition => {
  const { title, section, unit, decimals, basis, polarity, eligibility } = definition;
  return {
    ...{ title: tidyLine(title), section: tidyLine(section) },
    ...{ unit, decimals, basis, polarity, eligibility },
  };
};

const isSame = (one: MeasureDefinition, other: MeasureDefinition): boolean =>
  one.title === other.title &&
  one.section === other.section &&
  one.unit === other.unit &&
  one.decimals === other.decimals &&
  one.basis === other.basis &&
  one.polarity === other.polarity &&
  one.eligibility === other.eligibility;
