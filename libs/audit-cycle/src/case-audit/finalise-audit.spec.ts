import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  FINALISED,
  GRADED,
  MODERATED,
  MODERATION_REQUIRED,
  PROCESS,
  TO_MODERATE,
  UPHELD,
  by,
} from '../testing/an-audit.js';
import { caseAudit } from './decider.js';

const finalise = { type: 'FinaliseAudit' } as const;

describe('Finalising an audit', () => {
  it('takes the grade of the auditor where nobody moderates', () => {
    given(caseAudit, GRADED).when(finalise, by('lead')).then(FINALISED);
  });

  it('takes the moderated grade and keeps the one before it', () => {
    const changed = { ...UPHELD, facts: { ...UPHELD.facts, outcome: 'changed', to: 'inadequate' } } as const;
    given(caseAudit, [...TO_MODERATE, changed])
      .when(finalise, by('moderator'))
      .then({
        ...FINALISED,
        facts: {
          ...FINALISED.facts,
          grade: 'inadequate',
          lineage: { ...FINALISED.facts.lineage, moderated: 'inadequate' },
          finalisedBy: 'moderator',
        },
      });
  });

  it('is refused while a moderation that was asked for is not done', () => {
    given(caseAudit, [...GRADED, MODERATION_REQUIRED])
      .when(finalise, by('lead'))
      .thenRefused('moderation-outstanding');
    given(caseAudit, TO_MODERATE).when(finalise, by('lead')).thenRefused('moderation-outstanding');
  });

  it('is for a quality assurance lead or a moderator, and for no process', () => {
    const lineage = { ...FINALISED.facts.lineage, moderated: 'good' } as const;
    for (const finalisedBy of ['lead', 'moderator']) {
      given(caseAudit, MODERATED)
        .when(finalise, by(finalisedBy))
        .then({ ...FINALISED, facts: { ...FINALISED.facts, lineage, finalisedBy } });
    }
    for (const told of [by('auditor'), by('lead', { actor: PROCESS })]) {
      given(caseAudit, MODERATED).when(finalise, told).thenRefused('not-permitted');
    }
  });
});
