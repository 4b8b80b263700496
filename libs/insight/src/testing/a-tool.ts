import { CURRENT_SCALE, type AuditCycleEvent } from '#audit-cycle';
import { TOOL } from './a-cycle.js';
import type { RecordOfEvents } from './record-of-events.js';

const DESCRIPTORS = { outstanding: 'a', good: 'b', 'requires-improvement': 'c', inadequate: 'd' };

/** The tool that the made-up cycles are audited with: a plan that speaks to `visits`, and visits that nobody graded. */
export async function recordTool(record: RecordOfEvents): Promise<void> {
  const sections = { plan: 'The plan', visits: 'The visits' };
  const drafted: AuditCycleEvent = {
    type: 'ToolDrafted',
    facts: {
      version: TOOL.version,
      definition: {
        ...{ name: 'Core audit', scale: CURRENT_SCALE, unit: 'child', partners: [], overallGrade: true },
        ...{ voices: [], practiceDiscussion: false, themes: [] },
        sections: Object.entries(sections).map(([code, title]) => ({
          ...{
            code,
            title,
            prompt: 'Look at the record.',
            required: code === 'plan',
            key: false,
            limit: null,
          },
          linesOfEnquiry: ['visits'],
          answer: { kind: 'grade', descriptors: DESCRIPTORS },
        })),
      },
    },
    narrative: null,
  };
  await record.happened('2021-03-01T09:00:00.000Z', 'audit-tool', TOOL.id, drafted);
}
