import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  CONCLUDED,
  FINAL_AUDIT,
  OPENED,
  SAMPLED,
  WITH_REVIEWERS,
  admitted,
  allocated,
  asking,
  committed,
  compared,
} from '../testing/a-review-round.js';
import { GRADED, PROCESS, auditAfter } from '../testing/an-audit.js';
import { peopleOf } from '../testing/people.js';
import { CURRENT_SCALE } from '../vocabulary/grade.js';
import type { OpenRound, ReviewRoundCommand } from './commands.js';
import { reviewRound } from './decider.js';
import type { ReviewRoundEvent } from './events.js';

const lead = asking('lead');
const eve = asking('eve');
const product = asking('lead', { actor: PROCESS });

const open: OpenRound = {
  type: 'OpenRound',
  halfYear: { from: '2025-10-01', to: '2026-03-31' },
  panel: [{ from: 'neighbouring-authority', person: null }],
  sampleSize: 2,
  whyCode: 'as-policy-says',
};
const sample: ReviewRoundCommand = { type: 'SampleAudits' };
const admit = {
  type: 'AdmitReviewer',
  reviewer: 'eve',
  from: '2026-04-13',
  until: '2026-04-30',
  pastEmployment: false,
  pastTeams: [],
  personalKnowledge: [],
  checks: ['enhanced-disclosure'],
} as const satisfies ReviewRoundCommand;
const withdraw: ReviewRoundCommand = { type: 'WithdrawReviewer', reviewer: 'eve', reasonCode: 'ill' };
const allocate = (reviewer = 'eve', audit = 'audit-2'): ReviewRoundCommand => ({
  type: 'AllocateReview',
  audit,
  reviewer,
});
const commit = {
  type: 'CommitBlindGrade',
  audit: 'audit-2',
  grade: 'good',
  sections: [],
  rationale: 'As read.',
} as const satisfies ReviewRoundCommand;
const compare: ReviewRoundCommand = { type: 'CompareGrades', audit: 'audit-2' };
const judge = {
  type: 'JudgeAuditQuality',
  audit: 'audit-2',
  quality: 'adequate',
  aspects: ['analysis'],
} as const satisfies ReviewRoundCommand;
const conclude = {
  type: 'ConcludeRound',
  opinion: 'reliable-with-limits',
  givenBy: 'eve',
  text: 'One is few.',
  notReviewedCode: 'reviewer-ill',
} as const satisfies ReviewRoundCommand;

const READY: readonly ReviewRoundEvent[] = [OPENED, SAMPLED, admitted('eve')];
const GIVEN = [...READY, allocated('audit-2', 'eve')];
const DONE = [...GIVEN, committed('audit-2', 'eve')];
const COMPARED = [...DONE, compared('audit-2', 'eve')];
const judged = (audit: string): ReviewRoundEvent => ({
  type: 'AuditQualityJudged',
  facts: { audit, reviewer: 'eve', quality: 'adequate', aspects: ['analysis'] },
  narrative: null,
});

describe('Opening a round', () => {
  it('freezes the list, and states what the sample buys', () => {
    given(reviewRound, []).when(open, lead).then(OPENED);
  });

  it('takes months that are over, as many as the policy says', () => {
    for (const halfYear of [
      { from: '2025-10-01', to: '2026-03-30' },
      { from: '2025-10-01', to: '2026-04-01' },
      { from: '2025-02-30', to: '2025-08-29' },
    ]) {
      given(reviewRound, [])
        .when({ ...open, halfYear }, lead)
        .thenRefused('half-year-invalid', { months: 6 });
    }
    const running = { from: '2025-10-14', to: '2026-04-13' };
    given(reviewRound, [])
      .when({ ...open, halfYear: running }, lead)
      .thenRefused('half-year-not-over');
  });

  it('keeps the size within the policy, and takes a short list whole', () => {
    for (const sampleSize of [1, 5, 2.5]) {
      given(reviewRound, [])
        .when({ ...open, sampleSize }, lead)
        .thenRefused('sample-size-outside-policy', { fewest: 2, most: 4, audits: 4 });
    }
    const frame = { digest: 'b'.repeat(64), audits: 1, precision: null };
    given(reviewRound, [])
      .when(open, { ...lead, frame })
      .thenRefused('sample-size-outside-policy', { fewest: 1, most: 1, audits: 1 });
    given(reviewRound, [])
      .when(open, { ...lead, frame: { ...frame, audits: 0 } })
      .thenRefused('frame-empty');
  });

  it('is one of the same months, unless it says which round it replaces, and why', () => {
    const replaces = { round: 'round-1', reasonCode: 'size-mistaken' };
    const taken = { ...lead, sameMonths: ['round-1'] };
    given(reviewRound, [])
      .when(open, taken)
      .thenRefused('half-year-taken', { rounds: ['round-1'] });
    given(reviewRound, [])
      .when({ ...open, replaces: { ...replaces, round: 'round-9' } }, taken)
      .thenRefused('half-year-taken');
    given(reviewRound, [])
      .when({ ...open, replaces }, { ...lead, sameMonths: ['round-1', 'round-2'] })
      .thenRefused('half-year-taken');
    given(reviewRound, [])
      .when({ ...open, replaces }, taken)
      .then({ ...OPENED, facts: { ...OPENED.facts, replaces } });
    given(reviewRound, [])
      .when({ ...open, replaces }, lead)
      .thenRefused('nothing-to-replace');
    given(reviewRound, [])
      .when({ ...open, replaces: { ...replaces, reasonCode: 'Too small' } }, taken)
      .thenRefused('code-malformed');
  });

  it('is opened one after another: what was opened at the same moment is looked at first', () => {
    given(reviewRound, [])
      .when(open, { ...lead, inTurn: false })
      .thenRefused('already-opened');
    given(reviewRound, [])
      .when(open, { ...lead, inTurn: false, sameMonths: ['round-1'] })
      .thenRefused('half-year-taken');
  });

  it('names people of the directory in its panel, or nobody', () => {
    const panel = (person: string) => [{ from: 'neighbouring-authority', person }];
    given(reviewRound, [])
      .when({ ...open, panel: panel('stranger') }, lead)
      .thenRefused('unknown-person', { unknown: ['stranger'] });
    given(reviewRound, [])
      .when({ ...open, panel: panel('eve') }, lead)
      .then({ ...OPENED, facts: { ...OPENED.facts, panel: panel('eve') } });
  });

  it('is for a QA lead with a policy, a panel and a reason', () => {
    given(reviewRound, []).when(open, eve).thenRefused('not-permitted');
    given(reviewRound, [])
      .when(open, { ...lead, policy: null })
      .thenRefused('policy-missing');
    given(reviewRound, [])
      .when({ ...open, panel: [] }, lead)
      .thenRefused('panel-missing');
    given(reviewRound, [])
      .when({ ...open, whyCode: 'Because' }, lead)
      .thenRefused('code-malformed');
  });
});

describe('Drawing the audits', () => {
  it('keeps the draw with the digest of the list that it was made from', () => {
    given(reviewRound, [OPENED]).when(sample, lead).then(SAMPLED);
  });

  it('is made once, by a QA lead', () => {
    given(reviewRound, [OPENED, SAMPLED]).when(sample, lead).thenRefused('already-sampled');
    given(reviewRound, [OPENED]).when(sample, eve).thenRefused('not-permitted');
  });
});

describe('Admitting a reviewer', () => {
  it('is for some days, with declarations and checks', () => {
    given(reviewRound, [OPENED]).when(admit, lead).then(admitted('eve'));
  });

  it.each<[string, Partial<typeof admit> | object, string]>([
    ['without a check', { checks: [] }, 'checks-missing'],
    ['with a check that is no code', { checks: ['DBS done by Ann'] }, 'code-malformed'],
    ['until before the first day', { until: '2026-04-12' }, 'ends-before-start'],
    ['for days that are over', { from: '2026-03-01', until: '2026-04-12' }, 'window-over'],
    ['on a day that is none', { from: '2026-02-30' }, 'not-a-date'],
    ['who worked here and names no team', { pastEmployment: true }, 'past-teams-missing'],
    ['who did not work here and names a team', { pastTeams: ['North'] }, 'past-teams-missing'],
    ['who is not in the directory', { reviewer: 'stranger' }, 'person-not-here'],
    ['who has left', { reviewer: 'gone' }, 'person-not-here'],
    ['who is an auditor as well', { reviewer: 'both' }, 'not-from-outside'],
    ['who is not from outside', { reviewer: 'auditor' }, 'not-from-outside'],
  ])('is refused for somebody %s', (_, changed, code) => {
    given(reviewRound, [OPENED])
      .when({ ...admit, ...changed }, lead)
      .thenRefused(code);
  });

  it('is for a QA lead', () => {
    given(reviewRound, [OPENED]).when(admit, eve).thenRefused('not-permitted');
  });
});

describe('Withdrawing a reviewer', () => {
  it('frees what they have not graded and keeps what they have', () => {
    const both = [...GIVEN, allocated('audit-3', 'eve'), committed('audit-3', 'eve')];
    const gone: ReviewRoundEvent = {
      type: 'ReviewerWithdrawn',
      facts: { reviewer: 'eve', reasonCode: 'ill' },
      narrative: null,
    };
    given(reviewRound, both).when(withdraw, lead).then(gone);
    const state = [...both, gone].reduce(reviewRound.evolve, reviewRound.initialState);
    expect(state.status === 'not-opened' ? [] : [...state.reviews.keys()]).toEqual(['audit-3']);
  });

  it('is for a QA lead, of somebody who was admitted', () => {
    given(reviewRound, [OPENED]).when(withdraw, lead).thenRefused('not-admitted');
    given(reviewRound, READY).when(withdraw, eve).thenRefused('not-permitted');
  });
});

describe('Allocating a review', () => {
  it('says everything that the reviewer may know of the case, and nothing else', () => {
    given(reviewRound, READY).when(allocate(), lead).then(allocated('audit-2', 'eve'));
  });

  it.each<[string, ReviewRoundEvent, string]>([
    ['who worked in the team of the child', admitted('once-of-north'), 'past-employment'],
    [
      'who said that they worked in the team of the child',
      admitted('raj', { pastEmployment: true, pastTeams: ['NORTH'] }),
      'past-employment',
    ],
    [
      'who said that they know the child',
      admitted('raj', { personalKnowledge: ['c2'] }),
      'personal-knowledge',
    ],
    ['with a registered conflict', admitted('godmother'), 'registered-conflict'],
    ['who was given another role since', admitted('both'), 'not-from-outside'],
    ['who has left', admitted('gone'), 'person-not-here'],
    ['whose access has ended', admitted('raj', { from: '2026-04-01', until: '2026-04-12' }), 'not-admitted'],
  ])('is refused for somebody %s', (_, event, code) => {
    const { reviewer } = event.facts as { readonly reviewer: string };
    given(reviewRound, [OPENED, SAMPLED, event]).when(allocate(reviewer), lead).thenRefused(code);
  });

  it('is refused for whoever graded, moderated, settled or re-audited the case', () => {
    given(reviewRound, READY)
      .when(allocate(), { ...lead, hadAHand: ['eve'] })
      .thenRefused('own-audit');
  });

  it('is of an audit of the sample, to somebody who is admitted, by a QA lead', () => {
    given(reviewRound, READY).when(allocate('eve', 'audit-9'), lead).thenRefused('not-in-round-sample');
    given(reviewRound, [OPENED, admitted('eve')])
      .when(allocate(), lead)
      .thenRefused('not-in-round-sample');
    given(reviewRound, READY).when(allocate('raj'), lead).thenRefused('not-admitted');
    given(reviewRound, READY).when(allocate(), eve).thenRefused('not-permitted');
  });

  it('may be changed until the case is graded', () => {
    given(reviewRound, [...GIVEN, admitted('raj')])
      .when(allocate('raj'), lead)
      .then(allocated('audit-2', 'raj'));
    given(reviewRound, GIVEN).when(allocate(), lead).thenRefused('already-allocated');
    given(reviewRound, [...DONE, admitted('raj')])
      .when(allocate('raj'), lead)
      .thenRefused('already-committed');
  });
});

describe('Committing a blind grade', () => {
  it('keeps the grade on the scale of the audit', () => {
    given(reviewRound, GIVEN).when(commit, eve).then(committed('audit-2', 'eve'));
  });

  it('never changes', () => {
    given(reviewRound, DONE)
      .when({ ...commit, grade: 'inadequate' }, eve)
      .thenRefused('already-committed');
  });

  it('is for the reviewer of the case alone, and to others no case is there', () => {
    for (const history of [GIVEN, READY]) {
      given(reviewRound, history).when(commit, asking('raj')).thenRefused('not-the-reviewer');
    }
    given(reviewRound, GIVEN)
      .when({ ...commit, audit: 'audit-9' }, eve)
      .thenRefused('not-the-reviewer');
  });

  it.each(['2026-04-12T12:00:00.000Z', '2026-05-01T00:00:00.000Z', '2026-04-30T23:30:00.000Z'])(
    'is refused outside the days of access, at %s',
    (now) => {
      given(reviewRound, GIVEN)
        .when(commit, { ...eve, now })
        .thenRefused('access-not-open');
    },
  );

  it('is open until the end of the last day', () => {
    given(reviewRound, GIVEN)
      .when(commit, { ...eve, now: '2026-04-30T22:59:59.999Z' })
      .then(committed('audit-2', 'eve'));
  });

  it('is refused once the reviewer reads what is ours, or is tied to the case', () => {
    const people = peopleOf(new Map(WITH_REVIEWERS).set('eve', WITH_REVIEWERS.get('both')!));
    given(reviewRound, GIVEN)
      .when(commit, { ...eve, people })
      .thenRefused('not-from-outside');
    given(reviewRound, GIVEN)
      .when(commit, { ...eve, hadAHand: ['eve'] })
      .thenRefused('own-audit');
  });

  it('takes sections that the tool grades, each once, and needs a rationale', () => {
    const sections = (...codes: readonly string[]) => ({
      ...commit,
      sections: codes.map((section) => ({ section, grade: 'good' as const })),
    });
    given(reviewRound, GIVEN).when(sections('plan', 'moon'), eve).thenRefused('unknown-section');
    given(reviewRound, GIVEN).when(sections('visits'), eve).thenRefused('answer-does-not-fit');
    given(reviewRound, GIVEN).when(sections('plan', 'plan'), eve).thenRefused('section-twice');
    given(reviewRound, GIVEN)
      .when({ ...commit, rationale: ' ' }, eve)
      .thenRefused('rationale-missing');
  });
});

describe('Comparing the grades', () => {
  it('puts the final grade beside the blind one', () => {
    given(reviewRound, DONE).when(compare, product).then(compared('audit-2', 'eve'));
  });

  it('is done by the product, once, after the commit', () => {
    given(reviewRound, DONE).when(compare, lead).thenRefused('not-permitted');
    given(reviewRound, GIVEN).when(compare, product).thenRefused('not-committed');
    given(reviewRound, COMPARED).when(compare, product).thenRefused('already-compared');
  });
});

describe('Judging the quality of an audit', () => {
  it('comes after the blind grade and stands apart from it', () => {
    given(reviewRound, DONE).when(judge, eve).then(judged('audit-2'));
    given(reviewRound, [...COMPARED, CONCLUDED])
      .when(judge, eve)
      .then(judged('audit-2'));
    given(reviewRound, GIVEN).when(judge, eve).thenRefused('not-committed');
  });

  it('is for the reviewer alone, once, in codes, while access is open', () => {
    given(reviewRound, DONE).when(judge, asking('raj')).thenRefused('not-the-reviewer');
    given(reviewRound, [...DONE, judged('audit-2')])
      .when(judge, eve)
      .thenRefused('already-judged');
    given(reviewRound, DONE)
      .when({ ...judge, aspects: ['Too short'] }, eve)
      .thenRefused('code-malformed');
    given(reviewRound, DONE)
      .when(judge, { ...eve, now: '2026-05-01T09:00:00.000Z' })
      .thenRefused('access-not-open');
  });

  it('is missed when access has ended, and the refusal says what can be done still', () => {
    const late = { ...eve, now: '2026-05-01T09:00:00.000Z' };
    const said = (history: readonly ReviewRoundEvent[]): string => {
      const state = history.reduce(reviewRound.evolve, reviewRound.initialState);
      const decision = reviewRound.decide(judge, state, late);
      return decision.ok ? '' : decision.refusal.message;
    };
    expect(said(COMPARED)).toMatch(/admit you for longer, before the round is concluded\.$/);
    expect(said([...COMPARED, CONCLUDED])).toMatch(/stays without a judgement/);
    const state = [...COMPARED, CONCLUDED].reduce(reviewRound.evolve, reviewRound.initialState);
    expect(state).toMatchObject({ conclusion: { n: 1, notReviewed: 1, notJudged: 1 } });
  });
});

describe('Concluding a round', () => {
  it('states the opinion with the figures under it', () => {
    given(reviewRound, COMPARED).when(conclude, lead).then(CONCLUDED);
    given(reviewRound, COMPARED)
      .when(conclude, eve)
      .then({ ...CONCLUDED, facts: { ...CONCLUDED.facts, concludedBy: 'eve' } });
    const { givenBy: _, ...own } = conclude;
    given(reviewRound, COMPARED)
      .when(own, eve)
      .then({ ...CONCLUDED, facts: { ...CONCLUDED.facts, concludedBy: 'eve' } });
  });

  it('counts the audits where both gave the same grade', () => {
    const other: ReviewRoundEvent = {
      type: 'GradesCompared',
      facts: { audit: 'audit-3', reviewer: 'eve', ours: 'outstanding', theirs: 'good', scale: CURRENT_SCALE },
      narrative: null,
    };
    const both = [...COMPARED, allocated('audit-3', 'eve'), committed('audit-3', 'eve'), other];
    const facts = { ...CONCLUDED.facts, n: 2, notReviewed: 0, notJudged: 2 };
    given(reviewRound, both)
      .when(conclude, lead)
      .then({ ...CONCLUDED, facts });
  });

  it('needs something that was compared, a reason for what was not, and words', () => {
    given(reviewRound, GIVEN).when(conclude, lead).thenRefused('nothing-compared');
    const { notReviewedCode: _, ...without } = conclude;
    given(reviewRound, COMPARED)
      .when(without, lead)
      .thenRefused('reviews-unfinished', { audits: ['audit-3'], notJudged: ['audit-2'] });
    given(reviewRound, COMPARED)
      .when({ ...conclude, text: '' }, lead)
      .thenRefused('text-missing');
    given(reviewRound, COMPARED)
      .when({ ...conclude, notReviewedCode: 'Eve was ill' }, lead)
      .thenRefused('code-malformed');
  });

  it('waits while a blind grade is not compared yet', () => {
    given(reviewRound, DONE).when(conclude, lead).thenRefused('still-comparing');
    given(reviewRound, [...COMPARED, allocated('audit-3', 'eve'), committed('audit-3', 'eve')])
      .when(conclude, lead)
      .thenRefused('still-comparing');
  });

  it('names what nobody judged, and needs no reason where nothing is missing', () => {
    const both = [
      ...[...COMPARED, allocated('audit-3', 'eve'), committed('audit-3', 'eve'), compared('audit-3', 'eve')],
      judged('audit-2'),
    ];
    const { notReviewedCode: _, ...without } = conclude;
    given(reviewRound, both)
      .when(without, lead)
      .thenRefused('reviews-unfinished', { audits: [], notJudged: ['audit-3'] });
    const facts = {
      ...CONCLUDED.facts,
      n: 2,
      agreed: 2,
      notReviewed: 0,
      notJudged: 0,
      notReviewedCode: null,
    };
    given(reviewRound, [...both, judged('audit-3')])
      .when(without, lead)
      .then({ ...CONCLUDED, facts });
  });

  it('is the opinion of somebody who reviewed, and says whose', () => {
    const { givenBy: _, ...unnamed } = conclude;
    const withRaj = [...COMPARED, admitted('raj')];
    given(reviewRound, withRaj).when(unnamed, lead).thenRefused('nothing-reviewed', { person: 'lead' });
    given(reviewRound, withRaj).when(unnamed, asking('raj')).thenRefused('nothing-reviewed');
    given(reviewRound, withRaj)
      .when({ ...conclude, givenBy: 'raj' }, lead)
      .thenRefused('nothing-reviewed');
    given(reviewRound, withRaj).when(conclude, asking('raj')).thenRefused('not-permitted');
  });

  it('is for a QA lead or a reviewer of the round', () => {
    given(reviewRound, COMPARED).when(conclude, asking('raj')).thenRefused('not-permitted');
  });
});

describe('What may be done with a round', () => {
  const COMMANDS = [
    [open, lead],
    [sample, lead],
    [admit, lead],
    [withdraw, lead],
    [allocate(), lead],
    [commit, eve],
    [compare, product],
    [judge, eve],
    [conclude, lead],
  ] as const;

  it.each<[string, readonly ReviewRoundEvent[], readonly string[]]>([
    ['not opened', [], ['yes', ...Array<string>(8).fill('not-found')]],
    [
      'opened',
      [OPENED],
      [
        ...['already-opened', 'yes', 'yes', 'not-admitted', 'not-in-round-sample'],
        ...['not-the-reviewer', 'not-committed', 'not-the-reviewer', 'nothing-compared'],
      ],
    ],
    [
      'sampled, with a reviewer',
      READY,
      [
        ...['already-opened', 'already-sampled', 'yes', 'yes', 'yes'],
        ...['not-the-reviewer', 'not-committed', 'not-the-reviewer', 'nothing-compared'],
      ],
    ],
    [
      'allocated',
      GIVEN,
      [
        ...['already-opened', 'already-sampled', 'yes', 'yes', 'already-allocated'],
        ...['yes', 'not-committed', 'not-committed', 'nothing-compared'],
      ],
    ],
    [
      'graded blind',
      DONE,
      [
        ...['already-opened', 'already-sampled', 'yes', 'yes', 'already-committed'],
        ...['already-committed', 'yes', 'yes', 'still-comparing'],
      ],
    ],
    [
      'compared',
      COMPARED,
      [
        ...['already-opened', 'already-sampled', 'yes', 'yes', 'already-committed'],
        ...['already-committed', 'already-compared', 'yes', 'yes'],
      ],
    ],
    [
      'concluded',
      [...COMPARED, CONCLUDED],
      ['already-opened', ...Array<string>(6).fill('already-concluded'), 'yes', 'already-concluded'],
    ],
  ])('when it is %s', (_, history, answers) => {
    const state = history.reduce(reviewRound.evolve, reviewRound.initialState);
    const decided = COMMANDS.map(([command, context]) => {
      const decision = reviewRound.decide(command, state, context);
      return decision.ok ? 'yes' : decision.refusal.code;
    });
    expect(decided).toEqual(answers);
  });

  it('never begins with anything but its opening', () => {
    expect(() => reviewRound.evolve(reviewRound.initialState, SAMPLED)).toThrow(
      'AuditsSampled before any round was opened',
    );
  });

  it('throws when what it must know was not looked up', () => {
    const decide = (history: readonly ReviewRoundEvent[], command: ReviewRoundCommand, told: object) => () =>
      reviewRound.decide(command, history.reduce(reviewRound.evolve, reviewRound.initialState), {
        ...(command.type === 'CommitBlindGrade' ? eve : command.type === 'CompareGrades' ? product : lead),
        ...told,
      });
    expect(decide([], open, { frame: null })).toThrow('not looked up');
    expect(decide([OPENED], sample, { draw: null })).toThrow('Nothing was drawn');
    expect(decide(READY, allocate(), { audit: auditAfter() })).toThrow('audit-2 was not looked up');
    expect(decide(GIVEN, commit, { audit: null })).toThrow('audit-2 was not looked up');
    expect(decide(GIVEN, commit, { tool: null })).toThrow('was not looked up');
    expect(decide(DONE, compare, { audit: auditAfter() })).toThrow('audit-2 was not looked up');
    expect(decide(COMPARED, conclude, { lowerBoundPercent: null })).toThrow('lower limit');
  });

  it('takes the grade that stands, whichever way it came about', () => {
    const audit = auditAfter(...GRADED);
    given(reviewRound, DONE)
      .when(compare, { ...product, audit })
      .then(compared('audit-2', 'eve'));
    expect(FINAL_AUDIT.status).toBe('finalised');
  });
});
