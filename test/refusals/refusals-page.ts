import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CODES_BY_STATUS } from '#capture';
import { refusalTable, type RefusalRow } from './refusal-table.js';
import { writtenRefusals } from './written-refusals.js';

export const REFUSALS = 'docs/refusals.md';

/** The page of all refusals as the source writes them. @throws Error where the source and its table of statuses do not agree. */
export async function refusalsPage(root: string): Promise<string> {
  const rows = refusalTable(writtenRefusals(root), CODES_BY_STATUS);
  const options = await resolveConfig(join(root, 'package.json'));
  return format(pageOf(rows), { ...options, parser: 'markdown' });
}

const pageOf = (
  rows: readonly RefusalRow[],
): string => `<!-- Made by \`npm run catalogue\` from the source: change that, and run it again. -->

# Refusals

Whoever asks for something that cannot be done is told so with a **code**, which stays the same and is meant for programs, and a **sentence**, which says to a person what to do. Nothing is recorded by what was refused. Over HTTP it is a problem document with the status that is named here; the command line prints code and sentence and ends with 1. \`…\` stands for what is known only when it is said: a number, a day, the words of a tool. Statuses from 500 on are failures of the machine. Requests that the server cannot read at all are turned down before any of this.

| Code | Status | Sentence | Said by |
| --- | --- | --- | --- |
${rows.map(lineOf).join('\n')}
`;

const lineOf = ({ code, status, sentence, by }: RefusalRow): string =>
  `| \`${code}\` | ${status} | ${cell(sentence.trim())} | ${by.join(', ')} |`;

const cell = (text: string): string => text.replace(/[|<>*_]/g, (character) => `\\${character}`);
