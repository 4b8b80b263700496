import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { WrittenText } from './written-text.js';

/** A refusal as the source writes it. */
export interface WrittenRefusal {
  readonly code: string;
  /** What a person reads; `…` stands for what only the moment knows. */
  readonly sentence: string;
  /** The status that is written beside it; null where the table of statuses says it. */
  readonly status: number | null;
  /** Path in the checkout, and line. */
  readonly place: string;
}

/** The libraries in which something can be refused on its way into the record. */
export const REFUSING = [
  'audit-cycle',
  'annex-a',
  'scorecard-file',
  'spreadsheet',
  'population',
  'capture',
  'identity',
  'insight',
  'notifications',
  'web',
  'platform',
] as const;

/** Nothing is checked here, so nothing else is loaded: the build is what checks the types. */
const OPTIONS: ts.CompilerOptions = {
  noLib: true,
  types: [],
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/**
 * Every refusal that the product's own source writes: `refuse(code, sentence)`, `new Problem(status, code, sentence)`, and objects of a
 * `code` and a `message`. A refusal that is only handed on is not written there. @throws Error, with the place, at a code that cannot be read.
 */
export function writtenRefusals(
  root: string,
  libraries: readonly string[] = REFUSING,
): readonly WrittenRefusal[] {
  const paths = libraries.flatMap((library) => sourcesOf(join(root, 'libs', library, 'src')));
  const program = ts.createProgram(paths, OPTIONS);
  const files = paths.map((path) => program.getSourceFile(path)!);
  const text = new WrittenText(program.getTypeChecker(), files);
  return files.flatMap((file) => {
    const path = file.fileName;
    const found: WrittenRefusal[] = [];
    const visit = (node: ts.Node): void => {
      const parts = partsOf(node);
      if (parts !== null) found.push(...read(text, parts, `${path.slice(root.length + 1)}:${lineOf(node)}`));
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

const sourcesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|(^|\/)testing(\.ts$|\/)/.test(path))
    .sort()
    .map((path) => join(folder, path));

interface Parts {
  readonly status: number | null;
  readonly code: ts.Expression;
  readonly sentence: ts.Expression;
}

function partsOf(node: ts.Node): Parts | null {
  if (ts.isCallExpression(node) && node.expression.getText() === 'refuse')
    return parts(null, node.arguments[0], node.arguments[1]);
  if (ts.isNewExpression(node) && node.expression.getText() === 'Problem') {
    const [status, code, sentence] = node.arguments ?? [];
    return parts(status && ts.isNumericLiteral(status) ? Number(status.text) : null, code, sentence);
  }
  if (!ts.isObjectLiteralExpression(node)) return null;
  const member = (name: string): ts.Expression | undefined =>
    node.properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === name)?.initializer;
  // An object without a written code tells of something else, such as the form of an answer.
  const code = member('code');
  return code !== undefined && ts.isStringLiteral(code) ? parts(null, code, member('message')) : null;
}

const parts = (
  status: number | null,
  code: ts.Expression | undefined,
  sentence: ts.Expression | undefined,
): Parts | null =>
  code === undefined || sentence === undefined || isHandedOn(code) ? null : { status, code, sentence };

/** `refusal.code`, or `code` out of it: it was written somewhere else. */
const isHandedOn = (code: ts.Expression): boolean =>
  (ts.isPropertyAccessExpression(code) ? code.name : code).getText() === 'code';

function read(
  text: WrittenText,
  { status, code, sentence }: Parts,
  place: string,
): readonly WrittenRefusal[] {
  const refusals = text
    .choicesIn(code)
    .flatMap((chosen) =>
      text
        .textsOf(code, chosen)
        .flatMap((one) => text.textsOf(sentence, chosen).map((words) => ({ code: one, sentence: words }))),
    );
  if (refusals.length === 0 || refusals.some((one) => !/^[a-z]+(-[a-z0-9]+)*$/.test(one.code)))
    throw new Error(
      `${place}: write the code and the sentence of this refusal so that they can be read here`,
    );
  return refusals.map((one) => ({ ...one, status, place }));
}

function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
