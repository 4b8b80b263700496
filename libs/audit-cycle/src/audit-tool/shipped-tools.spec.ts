import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { auditTool } from './decider.js';
import { SHIPPED_TOOLS } from './shipped-tools.js';

const SET_UP = {
  now: '2021-04-01T09:00:00.000Z',
  actor: { person: 'set-up', roles: [], process: 'set-up' },
};

describe('the tools that the product ships', () => {
  it('are four, each under a name of its own', () => {
    const names = Object.values(SHIPPED_TOOLS).map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
  });

  it.each(Object.values(SHIPPED_TOOLS))('can be drafted as they are: $name', (definition) => {
    given(auditTool, [])
      .when({ type: 'DraftTool', definition }, SET_UP)
      .then({ type: 'ToolDrafted', facts: { version: 1, definition }, narrative: null });
  });

  it('say of no two grades the same', () => {
    const descriptors = Object.values(SHIPPED_TOOLS).flatMap(({ sections }) =>
      sections.flatMap(({ answer }) => (answer.kind === 'grade' ? Object.values(answer.descriptors) : [])),
    );
    expect(new Set(descriptors).size).toBe(descriptors.length);
  });

  it('cap the overall grade wherever a section is key', () => {
    for (const { sections } of Object.values(SHIPPED_TOOLS)) {
      const keys = sections.filter(({ key }) => key);
      expect(keys).not.toEqual([]);
      expect(keys.filter(({ limit }) => limit === null)).toEqual([]);
    }
  });

  it('between them ask in every way in which a section can be answered', () => {
    const kinds = Object.values(SHIPPED_TOOLS).flatMap(({ sections }) =>
      sections.map(({ answer }) => answer.kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['grade', 'choice', 'yes-no', 'date', 'text']));
  });

  it('are about a document where a plan or an assessment is audited', () => {
    const units = Object.fromEntries(
      Object.entries(SHIPPED_TOOLS).map(([tool, { unit, partners }]) => [tool, [unit, ...partners]]),
    );
    expect(units).toEqual({
      'core-practice-audit': ['child'],
      'dip-sample': ['child'],
      'care-and-pathway-plan-audit': ['document'],
      'review-health-assessment': ['document', 'health'],
    });
  });
});
