import ts from 'typescript';

/** Everything that a parameter is given, over all calls in these files: its default and the arguments in its place. */
export function argumentsGiven(
  parameter: ts.ParameterDeclaration,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): readonly ts.Expression[] {
  const made = parameter.parent;
  const name = ts.isVariableDeclaration(made.parent) ? made.parent.name : made.name;
  if (name === undefined || !ts.isIdentifier(name)) return [];
  const place = made.parameters.indexOf(parameter);
  const wanted = checker.getSymbolAtLocation(name);
  const given: ts.Expression[] = parameter.initializer === undefined ? [] : [parameter.initializer];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name.text) {
      const argument = node.arguments[place];
      if (argument !== undefined && target(checker, node.expression) === wanted) given.push(argument);
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return given;
}

/** What a name stands for, also where it was imported. */
export function target(checker: ts.TypeChecker, name: ts.Identifier): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}
