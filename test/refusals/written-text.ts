import ts from 'typescript';
import { argumentsGiven, target } from './arguments-given.js';

/** What names stand for at one moment: the code that a refusal carries decides what its sentence says. */
export type Bindings = ReadonlyMap<ts.Symbol, string>;

/** Stands in a sentence for what only the moment knows: a number, a name of the case system. */
const KNOWN_LATER = '…';

/** Reads the texts that an expression can come to, off the source. */
export class WrittenText {
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  /** Every choice of values for the names in an expression whose types list their values. */
  choicesIn(expression: ts.Expression): readonly Bindings[] {
    const names: ts.Identifier[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && this.constantOf(node) === null) names.push(node);
      else if (!ts.isStringLiteralLike(node)) ts.forEachChild(node, visit);
    };
    visit(expression);
    return names.reduce<readonly Bindings[]>(
      (choices, name) => {
        const values = this.valuesOf(name);
        const symbol = this.checker.getSymbolAtLocation(name);
        if (values.length === 0 || symbol === undefined) return choices;
        return choices.flatMap((chosen) => values.map((value) => new Map([...chosen, [symbol, value]])));
      },
      [new Map()],
    );
  }

  /** The texts, with a mark where a part of one is not written in the source; empty where nothing of it is. */
  textsOf(expression: ts.Expression, chosen: Bindings): readonly string[] {
    if (ts.isStringLiteralLike(expression)) return [expression.text];
    if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression))
      return this.textsOf(expression.expression, chosen);
    if (ts.isConditionalExpression(expression))
      return [...this.textsOf(expression.whenTrue, chosen), ...this.textsOf(expression.whenFalse, chosen)];
    if (ts.isTemplateExpression(expression))
      return expression.templateSpans.reduce<readonly string[]>(
        (texts, { expression: part, literal }) =>
          joined(joined(texts, this.partOf(part, chosen)), [literal.text]),
        [expression.head.text],
      );
    if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return this.sumOf(expression, chosen);
    if (ts.isElementAccessExpression(expression)) return this.memberOf(expression, chosen);
    if (ts.isCallExpression(expression)) return this.answered(expression.expression, chosen);
    return ts.isIdentifier(expression) ? this.named(expression, chosen) : [];
  }

  /** What a function of a single expression answers, whatever it is given; and what a map of texts has for any key. */
  private answered(called: ts.Expression, chosen: Bindings): readonly string[] {
    if (ts.isPropertyAccessExpression(called) && called.name.text === 'get') {
      const map = ts.isIdentifier(called.expression) ? this.constantOf(called.expression) : null;
      return map !== null && ts.isNewExpression(map) ? this.valuesIn(map, chosen) : [];
    }
    const made = ts.isIdentifier(called) ? this.constantOf(called) : null;
    return made !== null && ts.isArrowFunction(made) && !ts.isBlock(made.body)
      ? this.textsOf(made.body, chosen)
      : [];
  }

  /** Of `new Map([[key, text], ...])`. */
  private valuesIn(map: ts.NewExpression, chosen: Bindings): readonly string[] {
    const [pairs] = map.arguments ?? [];
    const all: readonly ts.Expression[] =
      pairs !== undefined && ts.isArrayLiteralExpression(pairs) ? pairs.elements : [];
    return all
      .filter(ts.isArrayLiteralExpression)
      .flatMap(({ elements: [, text] }) => (text === undefined ? [] : this.textsOf(text, chosen)));
  }

  private partOf(part: ts.Expression, chosen: Bindings): readonly string[] {
    const texts = this.textsOf(part, chosen);
    return texts.length === 0 ? [KNOWN_LATER] : texts;
  }

  /** A sum of which no part is a text is one of numbers. */
  private sumOf({ left, right }: ts.BinaryExpression, chosen: Bindings): readonly string[] {
    const parts = [left, right].map((part) => this.textsOf(part, chosen));
    return parts.every(({ length }) => length === 0)
      ? []
      : joined(this.partOf(left, chosen), this.partOf(right, chosen));
  }

  private named(name: ts.Identifier, chosen: Bindings): readonly string[] {
    const symbol = this.checker.getSymbolAtLocation(name);
    const bound = symbol === undefined ? undefined : chosen.get(symbol);
    if (bound !== undefined) return [bound];
    const constant = this.constantOf(name);
    if (constant !== null) return this.textsOf(constant, chosen);
    const declaration = symbol?.declarations?.[0];
    return declaration !== undefined && ts.isParameter(declaration)
      ? argumentsGiven(declaration, this.files, this.checker).flatMap((one) => this.textsOf(one, chosen))
      : [];
  }

  /** From `SENTENCES[code]`: of a code that was chosen its own sentence. */
  private memberOf({ expression, argumentExpression }: ts.ElementAccessExpression, chosen: Bindings) {
    const object = ts.isIdentifier(expression) ? this.constantOf(expression) : null;
    if (object === null || !ts.isObjectLiteralExpression(object)) return [];
    const wanted = this.textsOf(argumentExpression, chosen);
    return object.properties
      .filter(ts.isPropertyAssignment)
      .filter(({ name }) => wanted.includes(textOfName(name)))
      .flatMap(({ initializer }) => this.textsOf(initializer, chosen));
  }

  /** What a constant was made of, in whatever file it is; null for a name of anything else. */
  private constantOf(name: ts.Identifier): ts.Expression | null {
    const declaration = target(this.checker, name)?.declarations?.[0];
    return declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const
      ? (declaration.initializer ?? null)
      : null;
  }

  private valuesOf(name: ts.Identifier): readonly string[] {
    const type = this.checker.getTypeAtLocation(name);
    const all = type.isUnion() ? type.types : [type];
    return all.every((one) => one.isStringLiteral()) ? all.map((one) => one.value) : [];
  }
}

const joined = (before: readonly string[], after: readonly string[]): readonly string[] =>
  before.flatMap((one) => after.map((other) => one + other));

const textOfName = (name: ts.PropertyName): string =>
  ts.isStringLiteral(name) || ts.isIdentifier(name) ? name.text : name.getText();
