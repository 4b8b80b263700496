import { fieldRows } from './field-rows.js';
import { GOLDEN, type GoldenEvent } from './golden-events.js';
import type { Aggregate, EventType } from './shape.js';

/** What a page says of an event beside its declaration. */
export interface EventInUse {
  readonly event: EventType;
  /** Of today. */
  readonly schema: number;
  readonly example: GoldenEvent;
  readonly views: readonly string[];
}

export interface AggregateInUse {
  readonly aggregate: Aggregate;
  readonly events: readonly EventInUse[];
}

const GENERATED =
  '<!-- Made by `npm run catalogue` from the source and the golden events: change those, and run it again. -->';

/** The first page: every event, by the kind of stream that it stands in. */
export const indexPage = (aggregates: readonly AggregateInUse[]): string => `${GENERATED}

# Events

Everything that Touchstone records is one of these events. An event stands in the stream of what it happened to, \`{authority}/{kind}-{id}\`. Its **facts** are codes, dates, ids and numbers and are open to views; its **narrative** is text about people, which is kept apart and which no view holds. An event is never changed. When the shape of a type changes, its schema counts up, and events of the shapes before are brought to the shape of today where they are read ([ADR 8](../adr/0008-how-events-change-shape.md)).

${aggregates.map(indexOf).join('\n\n')}
`;

const indexOf = ({
  aggregate: { kind, meaning },
  events,
}: AggregateInUse): string => `## [${kind}](${kind}.md)

${meaning}

| Event | Schema | What it records |
| --- | --- | --- |
${events.map(({ event, schema }) => `| [${event.type}](${kind}.md#${event.type.toLowerCase()}) | ${schema} | ${cell(event.meaning)} |`).join('\n')}`;

/** The page of one kind of stream. */
export const aggregatePage = ({
  aggregate: { kind, meaning },
  events,
}: AggregateInUse): string => `${GENERATED}

# Events of ${kind}

${meaning} Streams are named \`{authority}/${kind}-{id}\`. [All events](README.md)

${events.map(sectionOf).join('\n\n')}
`;

const sectionOf = ({ event, schema, example, views }: EventInUse): string => `## ${event.type}

${event.meaning}

Schema ${schema}: ${versions(event.type, schema)}. ${views.length === 0 ? 'No view folds it.' : `Views that fold it: ${views.join(', ')}.`}

| Fact | Type | There | Meaning |
| --- | --- | --- | --- |
${fieldRows(event.facts)
  .map(({ name, type, when, meaning }) => `| \`${name}\` | ${cell(type)} | ${when} | ${cell(meaning)} |`)
  .join('\n')}

${textsOf(event)}

\`\`\`json
${JSON.stringify({ facts: example.facts, narrative: example.narrative }, null, 2)}
\`\`\``;

const textsOf = ({ texts }: EventType): string =>
  texts.length === 0
    ? 'It has no narrative.'
    : `| Narrative, each where it was written | Meaning |
| --- | --- |
${texts.map(({ name, meaning }) => `| \`${name}\` | ${cell(meaning)} |`).join('\n')}`;

const versions = (type: string, schema: number): string =>
  Array.from({ length: schema }, (_, index) => schema - index)
    .map(
      (version) =>
        `[JSON Schema${schema === 1 ? '' : ` of ${version}`}](${schemaPath(type, version)}), [golden events](../../${GOLDEN}/${type}/${version}.jsonl)`,
    )
    .join('; ');

export const schemaPath = (type: string, version: number): string => `schemas/${type}-${version}.json`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
