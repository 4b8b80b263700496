import { integer, optional, text } from './columns.js';

/** Where an action comes from. The tables themselves see to it that it is one source, and whole. */
export const sourceColumns = {
  audit: optional(text),
  cycle: optional(text),
  child: optional(text),
  measure: optional(text),
  surgery: optional(integer),
};
