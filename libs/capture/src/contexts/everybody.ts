import type { People } from '#audit-cycle';
import type { Known } from './lookups.js';

/** The whole people directory of an authority. An id that nobody has is a person who never joined. */
export const everybody = ({ look }: Known): People => ({ find: (id) => look.of('person', id).state });
