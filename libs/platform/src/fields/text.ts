import { field, rule, type FieldOptions } from './field.js';

export const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 200;

export interface TextOptions extends FieldOptions {
  /** UTF-16 code units at most. */
  readonly max?: number;
}

/** Text of any number of lines: narrative. */
export const Text = ({ max = LONGEST_TEXT, ...options }: TextOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', minLength: 1, maxLength: max },
    rule('text', `must be text of 1 to ${max} characters, without control characters`, (value) =>
      isText(value, max, CONTROL),
    ),
  );

/** Text that stands on one line: a title, a team, an id that the authority gave. */
export const Line = ({ max = LONGEST_LINE, ...options }: TextOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', minLength: 1, maxLength: max },
    rule('line', lineMessage(max), (value) => isLine(value, max)),
  );

export const lineMessage = (max: number): string =>
  `must be one line of 1 to ${max} characters, without control characters and without marks that turn the direction of writing`;

export const isLine = (value: unknown, max = LONGEST_LINE): value is string =>
  isText(value, max, NOT_ON_ONE_LINE);

const isText = (value: unknown, max: number, unwanted: RegExp): value is string =>
  typeof value === 'string' &&
  value.length >= 1 &&
  value.length <= max &&
  value.isWellFormed() &&
  !unwanted.test(value);

/** Control characters apart from tab, line feed and carriage return. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** All of them, the line separators, and the marks that make text look like other text. */
const NOT_ON_ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
