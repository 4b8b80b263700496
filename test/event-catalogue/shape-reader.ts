import ts from 'typescript';
import type { Member, Named, ObjectShape, Shape } from './shape.js';
import { commentOf, tagOf } from './source-comment.js';

const PLAIN: ReadonlyMap<ts.SyntaxKind, Shape> = new Map<ts.SyntaxKind, Shape>([
  [ts.SyntaxKind.StringKeyword, { kind: 'text', pattern: null, named: null }],
  [ts.SyntaxKind.NumberKeyword, { kind: 'number', named: null }],
  [ts.SyntaxKind.BooleanKeyword, { kind: 'boolean', named: null }],
]);

/**
 * Reads shapes off declared types as they are written. It knows what the events use (objects, lists, unions, codes,
 * `Record`, `Partial`, names) and stops with the place in the source at anything else, rather than to leave it out.
 */
export class ShapeReader {
  constructor(private readonly checker: ts.TypeChecker) {}

  /** @throws Error at a type that the catalogue cannot show, and at a member whose meaning nobody wrote down. */
  shapeOf(node: ts.TypeNode): Shape {
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return this.shapeOf(node.type);
    if (ts.isArrayTypeNode(node)) return { kind: 'list', of: this.shapeOf(node.elementType), named: null };
    if (ts.isUnionTypeNode(node)) return oneOf(node.types.map((type) => this.shapeOf(type)));
    if (ts.isTypeLiteralNode(node)) return this.objectOf(node.members, null);
    if (ts.isIntersectionTypeNode(node)) {
      const members = node.types.flatMap((type) => this.objectAt(type).members);
      return { kind: 'object', members, named: null };
    }
    if (ts.isTypeReferenceNode(node)) return this.referred(node);
    if (ts.isIndexedAccessTypeNode(node)) return this.shapeOf(node.objectType);
    if (ts.isTypeQueryNode(node)) return { kind: 'codes', codes: this.constantAt(node), named: null };
    if (ts.isLiteralTypeNode(node)) {
      if (node.literal.kind === ts.SyntaxKind.NullKeyword) return { kind: 'null', named: null };
      if (ts.isStringLiteral(node.literal)) return { kind: 'codes', codes: [node.literal.text], named: null };
    }
    const plain = PLAIN.get(node.kind);
    if (plain === undefined) throw trouble(node, 'the event catalogue cannot show this type');
    return plain;
  }

  objectAt(node: ts.TypeNode): ObjectShape {
    const shape = this.shapeOf(node);
    if (shape.kind !== 'object') throw trouble(node, 'an object was expected here');
    return shape;
  }

  /** The declaration that a name stands for, in whatever file it is. */
  declarationOf(name: ts.EntityName): ts.Declaration {
    const symbol = this.checker.getSymbolAtLocation(name);
    const target =
      symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
        ? this.checker.getAliasedSymbol(symbol)
        : symbol;
    const declaration = target?.declarations?.[0];
    if (declaration === undefined) throw trouble(name, 'nothing of this name is declared');
    return declaration;
  }

  private referred(node: ts.TypeReferenceNode): Shape {
    const [first, second] = node.typeArguments ?? [];
    switch (node.typeName.getText()) {
      case 'Readonly':
        return this.shapeOf(first!);
      case 'Partial': {
        const { members } = this.objectAt(first!);
        const optional = members.map((member) => ({ ...member, optional: true }));
        return { kind: 'object', members: optional, named: null };
      }
      case 'Record':
        return this.recordOf(first!, this.shapeOf(second!));
      default:
        return this.declared(this.declarationOf(node.typeName));
    }
  }

  private declared(declaration: ts.Declaration): Shape {
    if (ts.isInterfaceDeclaration(declaration))
      return this.objectOf(declaration.members, {
        name: declaration.name.text,
        meaning: commentOf(declaration),
      });
    if (!ts.isTypeAliasDeclaration(declaration)) throw trouble(declaration, 'a type was expected here');
    const named = { name: declaration.name.text, meaning: commentOf(declaration) };
    const shape = this.shapeOf(declaration.type);
    const pattern = tagOf(declaration, 'pattern');
    return shape.kind === 'text' && pattern !== null ? { ...shape, pattern, named } : { ...shape, named };
  }

  private recordOf(keys: ts.TypeNode, shape: Shape): Shape {
    const by = this.shapeOf(keys);
    if (by.kind !== 'codes' || by.named === null) throw trouble(keys, 'codes with a name were expected here');
    const { name } = by.named;
    const members = by.codes.map((code) => ({
      name: code,
      optional: false,
      meaning: `By \`${name}\`.`,
      by: name,
      shape,
    }));
    return { kind: 'object', members, named: null };
  }

  private objectOf(members: ts.NodeArray<ts.TypeElement>, named: Named | null): ObjectShape {
    return { kind: 'object', members: members.map((member) => this.memberOf(member)), named };
  }

  private memberOf(member: ts.TypeElement): Member {
    if (!ts.isPropertySignature(member) || member.type === undefined)
      throw trouble(member, 'the event catalogue cannot show this member');
    const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
    const shape = this.shapeOf(member.type);
    const meaning = commentOf(member) || meaningOf(shape);
    // A member of a single code tells the kinds of an object apart: the code is its meaning.
    if (meaning === '' && !(shape.kind === 'codes' && shape.codes.length === 1))
      throw trouble(member, `write a TSDoc comment that says what ${name} means`);
    return { name, optional: member.questionToken !== undefined, meaning, by: null, shape };
  }

  /** The texts of a constant that is declared `as const`: one text, or a list of them. */
  private constantAt(node: ts.TypeQueryNode): readonly string[] {
    const declaration = this.declarationOf(node.exprName);
    const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    const written = value !== undefined && ts.isAsExpression(value) ? value.expression : value;
    if (written !== undefined && ts.isStringLiteral(written)) return [written.text];
    const isList = written !== undefined && ts.isArrayLiteralExpression(written);
    const elements: readonly ts.Expression[] = isList ? written.elements : [];
    const texts = elements.filter(ts.isStringLiteral);
    if (texts.length === 0 || texts.length < elements.length)
      throw trouble(node, 'a constant text or list of texts was expected here');
    return texts.map(({ text }) => text);
  }
}

/** What a type's own comment says, also where the value may be null as well. */
const meaningOf = (shape: Shape): string => {
  if (shape.named !== null) return shape.named.meaning;
  const others = shape.kind === 'one-of' ? shape.of.filter(({ kind }) => kind !== 'null') : [];
  return others.length === 1 ? meaningOf(others[0]!) : '';
};

/** Codes that are written one by one are one choice. */
function oneOf(shapes: readonly Shape[]): Shape {
  const codes = shapes.flatMap((shape) =>
    shape.kind === 'codes' && shape.named === null ? shape.codes : [],
  );
  const others = shapes.filter((shape) => shape.kind !== 'codes' || shape.named !== null);
  const choice: readonly Shape[] = codes.length === 0 ? [] : [{ kind: 'codes', codes, named: null }];
  const all = [...choice, ...others];
  return all.length === 1 ? all[0]! : { kind: 'one-of', of: all, named: null };
}

export function trouble(node: ts.Node, reason: string): Error {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return new Error(`${file.fileName}:${line + 1}: ${reason}: ${node.getText(file)}`);
}
