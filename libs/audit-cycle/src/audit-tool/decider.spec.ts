import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { GRADES } from '../vocabulary/grade.js';
import type { Role } from '../vocabulary/role.js';
import { CORE_PRACTICE_AUDIT } from './core-practice-audit.js';
import { auditTool } from './decider.js';
import type { ToolDefinition, ToolSection } from './definition.js';
import type { AuditToolEvent } from './events.js';

const by = (...roles: Role[]) => ({ now: '2021-04-01T09:00:00.000Z', actor: { person: 'p1', roles } });

const safety: ToolSection = {
  code: 'safety',
  title: 'Safety',
  prompt: 'Is the child safe?',
  required: true,
  key: true,
  limit: 'requires-improvement',
  linesOfEnquiry: ['safety'],
  answer: {
    kind: 'grade',
    descriptors: { outstanding: 'a', good: 'b', 'requires-improvement': 'c', inadequate: 'd' },
  },
};
const chronology: ToolSection = {
  code: 'chronology',
  title: 'Chronology',
  prompt: 'Is there one?',
  required: false,
  key: false,
  limit: null,
  linesOfEnquiry: [],
  answer: {
    kind: 'choice',
    options: [
      { code: 'yes', title: 'Yes' },
      { code: 'no', title: 'No' },
    ],
  },
};
const definition: ToolDefinition = {
  name: 'Dip sample of strategy discussions',
  scale: 'ofsted-four-point-1',
  unit: 'decision',
  partners: [],
  overallGrade: true,
  voices: ['practitioner'],
  practiceDiscussion: false,
  sections: [safety, chronology],
  themes: [{ code: 'drift', title: 'Drift' }],
};

const draft = { type: 'DraftTool', definition } as const;
const publish = { type: 'PublishTool', version: 1 } as const;
const retire = { type: 'RetireTool', version: 1, reasonCode: 'replaced' } as const;
const drafted = (version: number): AuditToolEvent => ({
  type: 'ToolDrafted',
  facts: { version, definition },
  narrative: null,
});
const published: AuditToolEvent = { type: 'ToolPublished', facts: { version: 1 }, narrative: null };
const retired: AuditToolEvent = {
  type: 'ToolRetired',
  facts: { version: 1, reasonCode: 'replaced' },
  narrative: null,
};

describe('an audit tool', () => {
  it('is drafted as version 1', () => {
    given(auditTool, []).when(draft, by('qa-lead')).then(drafted(1));
  });

  it('is changed by drafting the next version', () => {
    given(auditTool, [drafted(1), published, drafted(2)])
      .when(draft, by('administrator'))
      .then(drafted(3));
  });

  it('is published from a draft', () => {
    given(auditTool, [drafted(1)])
      .when(publish, by('qa-lead'))
      .then(published);
  });

  it('is not published twice', () => {
    given(auditTool, [drafted(1), published])
      .when(publish, by('qa-lead'))
      .thenRefused('not-drafted', { status: 'published' });
  });

  it('is not published again once retired', () => {
    given(auditTool, [drafted(1), published, retired])
      .when(publish, by('qa-lead'))
      .thenRefused('not-drafted', { status: 'retired' });
  });

  it('is retired with the code of a reason', () => {
    given(auditTool, [drafted(1), published])
      .when(retire, by('qa-lead'))
      .then(retired);
    given(auditTool, [drafted(1), published])
      .when({ ...retire, reasonCode: 'A new one' }, by('qa-lead'))
      .thenRefused('code-malformed');
  });

  it('is not retired before it is published, nor twice', () => {
    given(auditTool, [drafted(1)])
      .when(retire, by('qa-lead'))
      .thenRefused('not-published');
    given(auditTool, [drafted(1), published, retired])
      .when(retire, by('qa-lead'))
      .thenRefused('not-published');
  });

  it('has only the versions that were drafted', () => {
    given(auditTool, []).when(publish, by('qa-lead')).thenRefused('unknown-version');
    given(auditTool, [drafted(1)])
      .when({ ...retire, version: 2 }, by('qa-lead'))
      .thenRefused('unknown-version');
  });

  it.each([draft, publish, retire])('is out of reach of other people: $type', (command) => {
    given(auditTool, [drafted(1), published])
      .when(command, by('auditor'))
      .thenRefused('not-permitted');
  });

  it('is drafted and published by the product itself when it sets an authority up', () => {
    const setUp = { ...by(), actor: { person: 'p1', roles: [], process: 'set-up' } };
    given(auditTool, []).when(draft, setUp).then(drafted(1));
    given(auditTool, [drafted(1)])
      .when(publish, setUp)
      .then(published);
  });

  it('keeps what was published as it was', () => {
    const state = [drafted(1), published, drafted(2), retired].reduce(
      auditTool.evolve,
      auditTool.initialState,
    );
    expect(state.versions).toEqual({
      1: { definition, status: 'retired' },
      2: { definition, status: 'drafted' },
    });
  });
});

describe('a tool that cannot be drafted', () => {
  const option = { code: 'yes', title: 'Yes' };
  it.each<[string, Partial<ToolDefinition>]>([
    ['The tool needs a name.', { name: ' ' }],
    ['The tool needs at least one section.', { sections: [] }],
    ['At least one section must be required.', { sections: [chronology] }],
    ['The code safety is used for more than one section.', { sections: [safety, safety] }],
    ['Section safety needs a prompt.', { sections: [{ ...safety, prompt: '' }] }],
    ['The section safety needs a title.', { sections: [{ ...safety, title: '' }] }],
    [
      'The code of a section must be lower-case words joined by hyphens: "Is it safe?".',
      { sections: [{ ...safety, code: 'Is it safe?' }] },
    ],
    [
      'Section chronology is key, so it must be graded.',
      { sections: [safety, { ...chronology, key: true }] },
    ],
    [
      'Section chronology needs at least two options.',
      { sections: [safety, { ...chronology, answer: { kind: 'choice', options: [option] } }] },
    ],
    [
      'The code yes is used for more than one option of section chronology.',
      { sections: [safety, { ...chronology, answer: { kind: 'choice', options: [option, option] } }] },
    ],
    [
      'Section chronology limits the overall grade, so it must be key.',
      { sections: [safety, { ...chronology, limit: 'good' }] },
    ],
    [
      'Section safety limits nothing by "outstanding": leave its limit out.',
      { sections: [{ ...safety, limit: 'outstanding' }] },
    ],
    [
      'Section safety must name each line of enquiry once, by its code.',
      { sections: [{ ...safety, linesOfEnquiry: ['safety', 'safety'] }] },
    ],
    [
      'Section chronology must name each line of enquiry once, by its code.',
      { sections: [safety, { ...chronology, linesOfEnquiry: ['Is it safe?'] }] },
    ],
    ['The tool must name each partner once, by a code.', { partners: ['health', 'health'] }],
    ['The tool must name each partner once, by a code.', { partners: ['Health'] }],
    ['A voice is asked for twice.', { voices: ['child', 'child'] }],
    [
      'The code drift is used for more than one theme.',
      { themes: [...definition.themes, ...definition.themes] },
    ],
  ])('%s', (fault, change) => {
    given(auditTool, [])
      .when({ ...draft, definition: { ...definition, ...change } }, by('qa-lead'))
      .thenRefused('tool-invalid', { faults: [fault] });
  });

  it.each(GRADES)('has a graded section without a descriptor for %s', (grade) => {
    const descriptors = {
      ...{ outstanding: 'a', good: 'b', 'requires-improvement': 'c', inadequate: 'd' },
      [grade]: ' ',
    };
    const sections: ToolSection[] = [{ ...safety, answer: { kind: 'grade', descriptors } }];
    given(auditTool, [])
      .when({ ...draft, definition: { ...definition, sections } }, by('qa-lead'))
      .thenRefused('tool-invalid', { faults: [`Section safety needs a descriptor for ${grade}.`] });
  });
});

describe('a tool with sections of other kinds', () => {
  it.each(['yes-no', 'date', 'text'] as const)('asks for %s', (kind) => {
    const asked: ToolDefinition = { ...definition, sections: [safety, { ...chronology, answer: { kind } }] };
    given(auditTool, [])
      .when({ type: 'DraftTool', definition: asked }, by('qa-lead'))
      .then({ type: 'ToolDrafted', facts: { version: 1, definition: asked }, narrative: null });
  });

  it('may have key sections that cap nothing, and none that is graded at all', () => {
    for (const asked of [
      { ...definition, sections: [{ ...safety, limit: null }] },
      { ...definition, overallGrade: false, sections: [{ ...chronology, required: true }] },
    ]) {
      given(auditTool, [])
        .when({ type: 'DraftTool', definition: asked }, by('qa-lead'))
        .then({ type: 'ToolDrafted', facts: { version: 1, definition: asked }, narrative: null });
    }
  });
});

describe('the core practice audit', () => {
  it('asks for every voice, for a practice discussion, and describes every grade of every section apart', () => {
    expect(CORE_PRACTICE_AUDIT).toMatchObject({
      voices: ['child', 'family', 'practitioner'],
      practiceDiscussion: true,
      overallGrade: true,
    });
    const descriptors = CORE_PRACTICE_AUDIT.sections.flatMap(({ answer }) =>
      answer.kind === 'grade' ? Object.values(answer.descriptors) : [],
    );
    expect(new Set(descriptors).size).toBe(CORE_PRACTICE_AUDIT.sections.length * GRADES.length);
  });

  it('lets a child who is not safe, or for whom nothing changed, limit the overall grade', () => {
    expect(CORE_PRACTICE_AUDIT.sections.filter(({ key }) => key).map(({ code }) => code)).toEqual([
      'safety',
      'impact',
    ]);
  });
});
