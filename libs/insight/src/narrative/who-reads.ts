import type { ActingPerson } from '#identity';
import { Problem } from '#platform';
import { READS_ALL_NARRATIVE } from '../reading/readers.js';
import type { NarratedStream } from './narrated-streams.js';

export const readsAll = ({ roles }: ActingPerson): boolean =>
  READS_ALL_NARRATIVE.some((role) => roles.includes(role));

/** Whether the audit is allocated to them now. */
export const isAuditorOf = (
  { person, roles }: ActingPerson,
  { state }: NarratedStream<'case-audit'>,
): boolean => roles.includes('auditor') && state.status !== 'not-selected' && state.auditor === person;

export const isReAuditorOf = (
  { person, roles }: ActingPerson,
  { state }: NarratedStream<'re-audit'>,
): boolean => roles.includes('auditor') && state.status !== 'not-selected' && state.reAuditor === person;

/** Whether the action is theirs now. */
export const owns = ({ person }: ActingPerson, { state }: NarratedStream<'improvement-action'>): boolean =>
  state.status !== 'not-set' && state.owner === person;

/** They know of the case, so they are told what they miss. */
export const notAllocated = (): Problem =>
  new Problem(
    403,
    'not-allocated-to-you',
    'An auditor reads what was written in the cases allocated to them. Ask the quality assurance lead about others.',
  );
