import ts from 'typescript';

/** The text of a declaration's TSDoc without its tags; empty where there is none. */
export function commentOf(node: ts.Node): string {
  const texts = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return plain(ts.getTextOfJSDocComment(texts.at(-1)?.comment) ?? '');
}

/** What a tag says, such as `@pattern`; null where the declaration does not have it. */
export function tagOf(node: ts.Node, name: string): string | null {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === name);
  return tag === undefined ? null : (ts.getTextOfJSDocComment(tag.comment) ?? '').trim();
}

/** The last TSDoc between a place in the file and a node: members of a union and type arguments have no other. */
export function commentBefore(node: ts.Node, from: number): string {
  const file = node.getSourceFile();
  const before = file.text.slice(from, node.getStart(file));
  const [, text = ''] = [...before.matchAll(/\/\*\*(.*?)\*\//gs)].at(-1) ?? [];
  return plain(text.replace(/^\s*\*/gm, ''));
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
