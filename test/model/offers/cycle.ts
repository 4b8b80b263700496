import { addDays } from '#audit-cycle';
import { FRAME_DIGEST } from '../frame.js';
import { LEADS, PEOPLE } from '../people.js';
import type { Offers } from './offer.js';

export const CYCLE_OFFERS: Offers<'cycle'> = {
  PlanCycle: ({ draw, today, ids }) => ({
    command: {
      ...{
        type: 'PlanCycle',
        title: draw.words(),
        kind: draw.mostly(['core', 'thematic'], ['service-focus']),
      },
      ...{ period: { from: today, to: addDays(today, draw.one(60, 60, -1)) }, cohorts: ['child-in-need'] },
      ...{ linesOfEnquiry: [], tool: { id: draw.one(...ids('audit-tool')), version: 1 }, targetSize: 4 },
    },
    by: LEADS,
  }),
  ImportPopulation: ({ draw }) => ({
    command: {
      ...{ type: 'ImportPopulation', of: 'open-cases', asAt: '2026-01-31', source: 'annex-a' },
      ...{
        frame: FRAME_DIGEST,
        report: FRAME_DIGEST,
        children: draw.one(6, 6, 7),
        cohorts: { 'child-in-need': 6 },
      },
      rows: { read: 6, used: 6, excluded: 0, warned: 0 },
      characteristics: null,
    },
    by: LEADS,
  }),
  AddChildren: ({ draw }) => ({
    command: {
      type: 'AddChildren',
      children: Array.from({ length: draw.one(1, 1, 2, 30) }, () => ({
        child: draw.mostly([draw.id()], ['C-0400', ' ']),
        cohort: draw.mostly(['child-in-need'] as const, ['in-care'] as const),
        team: 'South',
        worker: draw.mostly([PEOPLE.sue], [draw.id()]),
        family: null,
      })),
      ...draw.reason(),
    },
    by: LEADS,
  }),
  DrawSample: ({ draw }) => ({
    command: {
      ...{ type: 'DrawSample', size: draw.one(2, 3, 3, 40), minimumPerStratum: 0 },
      ...(draw.rarely(2) ? { redrawReason: { code: draw.code(), text: draw.words() } } : {}),
      ...(draw.rarely(3) ? { seed: 'a seed' } : {}),
    },
    by: LEADS,
  }),
  OpenCycle: () => ({ command: { type: 'OpenCycle' }, by: LEADS }),
  ExtendDeadline: ({ draw, today }) => ({
    command: { type: 'ExtendDeadline', to: addDays(today, draw.one(-1, 200, 300)), ...draw.reason() },
    by: LEADS,
  }),
  DrawReplacement: ({ draw, ids }) => ({
    command: { type: 'DrawReplacement', replaces: draw.one(...ids('case-audit')), stratum: 'child-in-need' },
    by: LEADS,
  }),
  CloseCycle: ({ draw }) => ({
    command: { type: 'CloseCycle', ...(draw.rarely(2) ? draw.reason() : {}) },
    by: LEADS,
  }),
  PublishFindings: ({ draw, today }) => ({
    command: { type: 'PublishFindings', on: draw.day(today), summary: draw.words() },
    by: LEADS,
  }),
  ShareLearning: ({ draw }) => ({
    command: { type: 'ShareLearning', with: draw.code(), how: 'a-meeting', text: draw.words() },
    by: [...LEADS, PEOPLE.sol],
  }),
  DrawReAudits: ({ draw }) => ({
    command: { type: 'DrawReAudits', ...(draw.rarely(2) ? { seed: 'a seed' } : {}) },
    by: LEADS,
  }),
};
