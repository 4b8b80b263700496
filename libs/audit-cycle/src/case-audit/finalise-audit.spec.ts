import { describe, it } from '@jest/globals';
import type { People } from '../person/people.js';
import { given } from '../testing.js';
import {
  AFTER_SETTLING,
  DIRECTORY,
  FINALISED,
  GRADED,
  MODERATED,
  MODERATION_REQUIRED,
  PROCESS,
  RETURNED,
  TO_MODERATE,
  UPHELD,
  by,
  graded,
} from '../testing/an-audit.js';
import { caseAudit } from './decider.js';

const finalise = { type: 'FinaliseAudit' } as const;

describe('Finalising an audit', () => {
  it('takes the grade of the auditor where nobody moderates', () => {
    given(caseAudit, GRADED).when(finalise, by('lead')).then(FINALISED);
  });

  it('takes a changed grade once its auditor may dispute it no longer, and keeps the one before it', () => {
    const changed = { ...UPHELD, facts: { ...UPHELD.facts, outcome: 'changed', to: 'inadequate' } } as const;
    given(caseAudit, [...TO_MODERATE, changed])
      .when(finalise, by('moderator', { now: '2026-04-16T22:59:59.999Z' }))
      .thenRefused('dispute-open', { disputeUntil: '2026-04-16' });
    given(caseAudit, [...TO_MODERATE, changed])
      .when(finalise, by('moderator', { now: '2026-04-16T23:00:00.000Z' }))
      .then({
        ...FINALISED,
        facts: {
          ...FINALISED.facts,
          feedbackDue: '2026-04-24',
          finalisedOn: '2026-04-17',
          commentsUntil: '2026-05-01',
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

  it.each([
    ['graded', GRADED, 'auditor'],
    ['moderated', MODERATED, 'moderator'],
    ['settled', AFTER_SETTLING, 'second-auditor'],
  ])('waits where whoever %s it turned out to be tied to the child', (_, history, judge) => {
    given(caseAudit, history)
      .when(finalise, by('lead', { people: tiedTo(judge) }))
      .thenRefused('judged-by-tied', { tied: [judge] });
  });

  it('looks at those alone on whose judgement the grade that stands rests', () => {
    const again = graded('good', 2);
    const bySecond = { ...again, facts: { ...again.facts, auditor: 'second-auditor' } } as const;
    const lineage = { ...FINALISED.facts.lineage, resubmitted: 'good' } as const;
    given(caseAudit, [...GRADED, RETURNED, bySecond])
      .when(finalise, by('lead', { people: tiedTo('auditor') }))
      .then({ ...FINALISED, facts: { ...FINALISED.facts, lineage } });
  });

  it('is not for a lead who is tied to the child', () => {
    given(caseAudit, GRADED)
      .when(finalise, by('lead', { people: tiedTo('lead') }))
      .thenRefused('registered-conflict');
  });
});

/** A tie with the child was registered after all. */
const tiedTo = (person: string): People => ({
  find: (id) => {
    const known = DIRECTORY.get(id);
    const tie = { child: 'c2', relationship: 'personal' } as const;
    return known && id === person ? { ...known, conflicts: [...known.conflicts, tie] } : known;
  },
});
