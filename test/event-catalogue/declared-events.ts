import { join } from 'node:path';
import ts from 'typescript';
import type { Aggregate, EventType, Named } from './shape.js';
import { ShapeReader, trouble } from './shape-reader.js';
import { commentBefore, commentOf } from './source-comment.js';

/** Where the domain says which events belong to which kind of stream. */
const AGGREGATES = 'libs/audit-cycle/src/aggregates.ts';

/** Nothing is checked here, so nothing else is loaded: the build is what checks the types. */
const OPTIONS: ts.CompilerOptions = {
  noLib: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** The events of the audit cycle as its source declares them. @throws Error, with the place, at what cannot be shown. */
export function declaredEvents(root: string): readonly Aggregate[] {
  const path = join(root, AGGREGATES);
  const program = ts.createProgram([path], OPTIONS);
  const reader = new ShapeReader(program.getTypeChecker());
  const types = program
    .getSourceFile(path)
    ?.statements.filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'AggregateTypes');
  if (types === undefined) throw new Error(`${path} does not declare AggregateTypes`);
  return types.members.map((member) => aggregateOf(reader, member));
}

/** From a member such as `policy: Types<State, Command, Event, Context>`. */
function aggregateOf(reader: ShapeReader, member: ts.TypeElement): Aggregate {
  const types = ts.isPropertySignature(member) ? member.type : undefined;
  const event = types !== undefined && ts.isTypeReferenceNode(types) ? types.typeArguments?.[2] : undefined;
  if (event === undefined || !ts.isTypeReferenceNode(event))
    throw trouble(member, 'the types of an aggregate were expected here');
  const declaration = reader.declarationOf(event.typeName);
  if (!ts.isTypeAliasDeclaration(declaration)) throw trouble(declaration, 'a union of events was expected');
  const kind = member.name as ts.Identifier | ts.StringLiteral;
  return {
    kind: kind.text,
    meaning: documented(declaration, commentOf(declaration)),
    events: eventsOf(reader, declaration),
  };
}

/** The events of a union in the order of the source; a union that is named in it stands for its own events. */
function eventsOf(reader: ShapeReader, { name, type }: ts.TypeAliasDeclaration): readonly EventType[] {
  const events = ts.isUnionTypeNode(type) ? type.types : [type];
  return events.flatMap((one, index) => {
    const part = partOf(reader, one);
    return part === null
      ? [eventOf(reader, one, events[index - 1]?.end ?? name.end)]
      : eventsOf(reader, part);
  });
}

/** The union that a member of a union names; null for what is an event itself. */
function partOf(reader: ShapeReader, node: ts.TypeNode): ts.TypeAliasDeclaration | null {
  if (!ts.isTypeReferenceNode(node) || node.typeArguments !== undefined) return null;
  const declaration = reader.declarationOf(node.typeName);
  return ts.isTypeAliasDeclaration(declaration) ? declaration : null;
}

/** From `EventOf<'Type', { facts }, 'text' | 'other text'>`; its comment stands between the event before it and itself. */
function eventOf(reader: ShapeReader, node: ts.TypeNode, from: number): EventType {
  const [type, facts, texts] = (ts.isTypeReferenceNode(node) ? node.typeArguments : undefined) ?? [];
  if (type === undefined || facts === undefined) throw trouble(node, 'EventOf was expected here');
  return {
    type: textOf(type),
    meaning: documented(type, commentBefore(node, from)),
    facts: reader.objectAt(facts),
    texts: texts === undefined ? [] : textsOf(texts, facts.end),
  };
}

function textsOf(node: ts.TypeNode, from: number): readonly Named[] {
  const all = ts.isUnionTypeNode(node) ? node.types : [node];
  return all.map((one, index) => ({
    name: textOf(one),
    meaning: documented(one, commentBefore(one, all[index - 1]?.end ?? from)),
  }));
}

function textOf(node: ts.TypeNode): string {
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return node.literal.text;
  throw trouble(node, 'a text was expected here');
}

function documented(node: ts.Node, comment: string): string {
  if (comment === '') throw trouble(node, 'write a TSDoc comment that says what this means');
  return comment;
}
