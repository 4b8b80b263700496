import type { ToolDefinition, ToolId } from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** What figures need to know of one version of an audit tool. */
export interface GradedToolVersion {
  /** By code of the section. */
  readonly sections: Readonly<
    Record<string, { readonly title: string; readonly linesOfEnquiry: readonly string[] }>
  >;
  /** By code of the theme, its title. */
  readonly themes: Readonly<Record<string, string>>;
}

export interface GradedTool {
  readonly id: ToolId;
  /** By number of the version. */
  readonly versions: Readonly<Record<number, GradedToolVersion>>;
}

export const gradedTools: TableFold<GradedTool> = versionsTable(
  'grading_tool',
  'audit-tool',
  'ToolDrafted',
  ({ stream, facts }): GradedTool => ({
    id: stream.id,
    versions: { [facts.version]: whatFiguresNeed(facts.definition) },
  }),
  {
    ToolDrafted: (tool, { facts }) => ({
      ...tool,
      versions: { ...tool.versions, [facts.version]: whatFiguresNeed(facts.definition) },
    }),
  },
);

const whatFiguresNeed = ({ sections, themes }: ToolDefinition): GradedToolVersion => ({
  sections: Object.fromEntries(
    sections.map(({ code, title, linesOfEnquiry }) => [code, { title, linesOfEnquiry }]),
  ),
  themes: Object.fromEntries(themes.map(({ code, title }) => [code, title])),
});
