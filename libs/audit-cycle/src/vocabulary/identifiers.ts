/**
 * Ids are UUIDs in lower case. A child's and a family's are the authority's own, opaque text. What a tag `@pattern` says
 * of a text is what the event catalogue says of it.
 */

/** Id of an authority. */
export type AuthorityId = string;

/**
 * A person, by the pseudonym that stands for them in the record.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type PersonId = string;

/**
 * Id of a cycle.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type CycleId = string;

/**
 * Id of the audit of a case.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type AuditId = string;

/**
 * Id of an improvement action.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type ActionId = string;

/**
 * Id of an escalation.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type EscalationId = string;

/**
 * Id of an audit tool.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type ToolId = string;

/**
 * Id of a calibration session.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type CalibrationSessionId = string;

/**
 * Id of a review round.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type ReviewRoundId = string;

/**
 * Id of a measure.
 * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
 */
export type MeasureId = string;

/** The authority's own id of a child: opaque text. */
export type ChildId = string;

/** The authority's own id of a family: opaque text. */
export type FamilyId = string;

/** A team as the authority's own lists write it. */
export type TeamName = string;

/**
 * SHA-256 in lower-case hexadecimal, 64 characters.
 * @pattern ^[0-9a-f]{64}$
 */
export type Sha256 = string;

/**
 * 32 bytes that nobody can guess, in lower-case hexadecimal, 64 characters.
 * @pattern ^[0-9a-f]{64}$
 */
export type Secret = string;
