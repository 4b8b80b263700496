import type { ReAuditDraw, Sample } from '#audit-cycle';
import { sha256Hex } from '#event-log';
import {
  checkAudits,
  checkModeration,
  checkReAudits,
  checkSample,
  type ModerationChoice,
  type SampleCheck,
} from '#population';
import { count } from '../report.js';
import type { PublishedAudits } from './published-draws.js';

/** Something that was drawn or chosen, with all that it takes to do so again: it needs no Touchstone. */
export type DrawnMaterial =
  | { readonly about: 'sample'; readonly frame: string; readonly sample: Sample }
  | { readonly about: 'moderation'; readonly choice: ModerationChoice }
  | { readonly about: 're-audits'; readonly list: string; readonly draw: ReAuditDraw }
  | { readonly about: 'audits'; readonly list: string; readonly audits: PublishedAudits };

export function check(material: DrawnMaterial): SampleCheck {
  switch (material.about) {
    case 'sample':
      return checkSample(material.frame, material.sample, sha256Hex);
    case 'moderation':
      return checkModeration(material.choice, sha256Hex);
    case 're-audits':
      return checkReAudits(material.list, material.draw, sha256Hex);
    case 'audits':
      return checkAudits(material.list, material.audits.drawn, material.audits.size, sha256Hex);
  }
}

/** What was found, for people. */
export function inWords(material: DrawnMaterial, found: SampleCheck): string {
  if (!found.same) return `NOT the same. ${TITLES[material.about]}${found.reason}`;
  const cases = count(found.cases);
  switch (material.about) {
    case 'sample': {
      const { frame, seed } = material.sample;
      return `The same: ${cases} cases, drawn again from the frame ${frame} and the seed ${seed}`;
    }
    case 'moderation':
      return `The same: ${cases} graded audits, ${count(material.choice.chosen.length)} of them chosen at random for moderation by the secret whose digest is ${material.choice.secretDigest}`;
    case 're-audits': {
      const { eligibleDigest, seed, seedSource, drawnOn } = material.draw;
      return `The same: ${cases} re-audits of ${drawnOn}, drawn again from the list ${eligibleDigest} and the seed ${seed}${supplied(seedSource)}`;
    }
    case 'audits': {
      const { frameDigest, seed, seedSource } = material.audits.drawn;
      return `The same: ${cases} audits of the review round, drawn again from the list ${frameDigest} and the seed ${seed}${supplied(seedSource)}`;
    }
  }
}

const TITLES = {
  sample: '',
  moderation: 'Moderation: ',
  're-audits': 'Re-audits: ',
  audits: 'Review round: ',
};

export const supplied = (source: Sample['seedSource']): string =>
  source === 'supplied' ? ' (supplied, not drawn by the server)' : '';
