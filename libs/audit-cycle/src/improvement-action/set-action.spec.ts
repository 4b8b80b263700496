import { describe, expect, it } from '@jest/globals';
import {
  CLOSED,
  DRAWN,
  IMPORTED,
  OPENED,
  PLANNED,
  TOOL,
  TOOL_DEFINITION,
  cycleAfter,
} from '../testing/a-cycle.js';
import {
  ALLOCATED,
  FINALISED,
  GRADED,
  IN_PROGRESS,
  MODERATED,
  SELECTED,
  TO_MODERATE,
  WITHDRAWN,
  auditAfter,
} from '../testing/an-audit.js';
import { ACTION_SET, SET_ACTION, by, byHolderOf } from '../testing/an-action.js';
import { given } from '../testing.js';
import type { SetAction } from './commands.js';
import { improvementAction } from './decider.js';
import type { ImprovementActionEvent } from './events.js';

const setBy = (context = by('auditor'), change: Partial<SetAction> = {}) =>
  given(improvementAction, []).when({ ...SET_ACTION, ...change }, context);

const actionSet = (facts: object): ImprovementActionEvent => ({
  ...ACTION_SET,
  facts: { ...ACTION_SET.facts, ...facts },
});
/** The same with other things of the audit and its child. */
const actionOf = (source: object): ImprovementActionEvent =>
  actionSet({ source: { ...ACTION_SET.facts.source, ...source } });

describe('An action is set', () => {
  it('by the auditor of the case', () => {
    setBy().then(ACTION_SET);
  });

  it('by the moderator of the case', () => {
    setBy(by('moderator', { audit: auditAfter(...TO_MODERATE) })).then(ACTION_SET);
  });

  it('by a quality assurance lead', () => {
    setBy(by('lead')).then(ACTION_SET);
  });

  it.each(['second-auditor', 'moderator', 'worker', 'manager', 'leader'])(
    'but not by anybody else, such as the %s',
    (person) => {
      setBy(by(person)).thenRefused('not-permitted');
    },
  );

  it.each([
    ['in progress', IN_PROGRESS],
    ['graded', GRADED],
    ['moderated', MODERATED],
    ['finalised', [...GRADED, FINALISED]],
  ])('while its audit is %s', (_status, history) => {
    setBy(by('auditor', { audit: auditAfter(...history) })).then(ACTION_SET);
  });

  it.each([
    ['not selected', [], 'not-found'],
    ['selected only', [SELECTED], 'audit-not-started'],
    ['allocated only', [SELECTED, ALLOCATED], 'audit-not-started'],
    ['withdrawn', [...GRADED, WITHDRAWN], 'audit-withdrawn'],
  ])('but not when its audit is %s', (_status, history, code) => {
    setBy(by('lead', { audit: auditAfter(...history) })).thenRefused(code);
  });

  it('but not when its cycle is not open or closed', () => {
    setBy(by('auditor', { cycle: cycleAfter(PLANNED, IMPORTED, DRAWN) })).thenRefused('cycle-not-open');
    setBy(by('auditor', { cycle: cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, CLOSED) })).thenRefused(
      'cycle-closed',
    );
  });

  it('for somebody who works here today', () => {
    setBy(by('auditor'), { owner: 'leaver' }).thenRefused('person-not-here', { person: 'leaver' });
    setBy(by('auditor'), { owner: 'stranger' }).thenRefused('person-not-here', { person: 'stranger' });
    setBy(by('auditor', { now: '2026-04-12T09:00:00.000Z' }), { owner: 'leaver', kind: 'impact' }).then(
      actionSet({ owner: 'leaver', kind: 'impact', due: '2026-07-07' }),
    );
  });

  it('for a person who was looked up, as not knowing is a mistake of the program', () => {
    expect(() => setBy(by('auditor'), { owner: 'nobody' })).toThrow('Not looked up: nobody');
  });

  it('for the team that is named, or else the team that the child was with', () => {
    setBy(by('auditor'), { team: 'health' }).then(actionSet({ team: 'health' }));
    setBy(by('auditor'), { team: null }).then(actionSet({ team: 'north' }));
    setBy(by('auditor'), { team: '  Health  visitors ' }).then(actionSet({ team: 'Health visitors' }));
    setBy(by('auditor'), { team: ' ' }).thenRefused('team-missing');
  });

  it('once', () => {
    given(improvementAction, [ACTION_SET]).when(SET_ACTION, by('auditor')).thenRefused('already-set');
  });

  it('with a text', () => {
    setBy(by('auditor'), { text: ' \n' }).thenRefused('text-missing');
  });

  it('under a theme of the tool that the case is audited with', () => {
    for (const theme of ['plans', 'Jo is at risk', '']) {
      setBy(by('auditor'), { theme }).thenRefused('unknown-theme', {
        unknown: [theme],
        known: ['planning', 'recording'],
      });
    }
    const others = { ...TOOL_DEFINITION, themes: [{ code: 'health', title: 'Health' }] };
    const tool = {
      versions: { ...TOOL.versions, 2: { definition: others, status: 'published' as const } },
    };
    setBy(by('auditor', { tool }), { theme: 'health' }).then(actionOf({ theme: 'health' }));
    setBy(by('auditor', { tool }), { theme: 'planning' }).thenRefused('unknown-theme');
  });

  it('for a line of enquiry of its cycle', () => {
    for (const lineOfEnquiry of ['fathers', 'Is Jo in school?', '']) {
      setBy(by('auditor'), { lineOfEnquiry }).thenRefused('unknown-line-of-enquiry', {
        known: ['education'],
      });
    }
  });

  it('under a theme, for a line of enquiry, or under neither', () => {
    setBy(by('auditor'), { theme: null }).then(actionOf({ theme: null }));
    setBy(by('auditor'), { theme: null, lineOfEnquiry: 'education' }).then(
      actionOf({ theme: null, lineOfEnquiry: 'education' }),
    );
  });
});

describe('The due date', () => {
  it.each([
    ['urgent', '2026-04-15'],
    ['high', '2026-04-27'],
    ['medium', '2026-05-12'],
    ['low', '2026-05-27'],
  ] as const)('of a %s action is %s: working days of the policy over bank holidays', (priority, due) => {
    setBy(by('auditor'), { priority }).then(actionSet({ priority, due }));
  });

  it.each(['urgent', 'low'] as const)('of an action on impact is sixty working days, even %s', (priority) => {
    setBy(by('auditor'), { priority, kind: 'impact' }).then(
      actionSet({ priority, kind: 'impact', due: '2026-07-08' }),
    );
  });

  it('counts from today in England', () => {
    setBy(by('auditor', { now: '2026-04-13T23:30:00.000Z' }), { priority: 'urgent' }).then(
      actionSet({ priority: 'urgent', due: '2026-04-16' }),
    );
  });

  it('may be set earlier, and today at the earliest', () => {
    setBy(by('auditor'), { due: '2026-04-13' }).then(actionSet({ due: '2026-04-13' }));
    setBy(by('auditor'), { due: '2026-05-12' }).then(ACTION_SET);
    setBy(by('auditor'), { due: '2026-04-12' }).thenRefused('due-in-the-past');
  });

  it('is not set later than the policy, which is for somebody to approve', () => {
    setBy(by('auditor'), { due: '2026-05-13' }).thenRefused('due-after-policy', { latest: '2026-05-12' });
  });

  it('is a date', () => {
    setBy(by('auditor'), { due: '2026-02-29' }).thenRefused('not-a-date');
    setBy(by('auditor'), { due: '9999-12-31' }).thenRefused('not-a-date');
  });

  it('is refused where the bank holidays are not known', () => {
    setBy(by('auditor', { now: '2026-12-21T09:00:00.000Z' })).thenRefused('calendar-too-short');
  });
});

describe("The child's open actions", () => {
  const others = {
    openActionsOfChild: ['open-1', 'open-2'],
    earlierActions: ['open-1', 'closed-1', 'open-2'],
  };
  const shown = actionOf({ openActionsShown: ['open-1', 'open-2'] });

  it('are shown before another one is set', () => {
    setBy(by('auditor', others)).thenRefused('open-actions-not-shown', { notShown: ['open-1', 'open-2'] });
    setBy(by('auditor', others), { openActionsSeen: ['open-2'] }).thenRefused('open-actions-not-shown', {
      notShown: ['open-1'],
    });
    setBy(by('auditor', others), { openActionsSeen: ['open-2', 'open-1', 'closed-since'] }).then(shown);
  });

  it.each(['open-1', 'closed-1'])('and closed ones can be linked as repeated: %s', (repeats) => {
    setBy(by('auditor', others), { openActionsSeen: ['open-1', 'open-2'], repeats }).then(shown, {
      type: 'ActionLinked',
      facts: { repeats },
      narrative: null,
    });
  });

  it('are the only ones that can be repeated', () => {
    setBy(by('auditor', others), {
      openActionsSeen: ['open-1', 'open-2'],
      repeats: 'of-another-child',
    }).thenRefused('unknown-repeat', { repeats: 'of-another-child' });
  });

  it('are no secret kept from a quality assurance lead either', () => {
    setBy({ ...byHolderOf('lead', 'qa-lead'), ...others }).thenRefused('open-actions-not-shown');
  });
});
