import type { CycleId } from '#audit-cycle';
import type { CycleSummary } from '../cycle-summary.js';
import { inOrder } from '../in-order.js';
import type { GradedTool, GradedToolVersion } from './graded-tool.js';

/** A section of a tool as figures name it. */
export interface SectionNamed {
  readonly code: string;
  /** As the tool of the latest cycle has it. */
  readonly title: string;
}

/** What the tools of some cycles ask about. */
export interface AskedSections {
  /** Every section of these tools, in the order of their codes. */
  readonly sections: readonly SectionNamed[];
  /** Every line of enquiry that a section of these tools speaks to, in the order of their codes. */
  readonly linesOfEnquiry: readonly string[];
  /** Whether the tool of a cycle has the section, and has it speak to the line of enquiry where one is named. */
  readonly isAsked: (cycle: CycleId, section: string, lineOfEnquiry?: string) => boolean;
}

/** @param cycles the earliest first */
export function askedSections(cycles: readonly CycleSummary[], tools: readonly GradedTool[]): AskedSections {
  const byId = new Map(tools.map((tool) => [tool.id, tool]));
  const byCycle = new Map(
    cycles.map(({ id, tool, toolVersion }) => [id, sectionsOf(byId.get(tool)?.versions[toolVersion])]),
  );
  const all = [...byCycle.values()].flatMap((sections) => [...sections]);
  const latest = new Map(all);
  return {
    sections: inOrder(latest.keys()).map((code) => ({ code, title: latest.get(code)?.title ?? code })),
    linesOfEnquiry: inOrder(all.flatMap(([, { linesOfEnquiry }]) => linesOfEnquiry)),
    isAsked: (cycle, code, lineOfEnquiry) => {
      const section = byCycle.get(cycle)?.get(code);
      if (section === undefined) return false;
      return lineOfEnquiry === undefined || section.linesOfEnquiry.includes(lineOfEnquiry);
    },
  };
}

type Section = GradedToolVersion['sections'][string];

const sectionsOf = (version: GradedToolVersion | undefined): ReadonlyMap<string, Section> =>
  new Map(Object.entries(version?.sections ?? {}));
