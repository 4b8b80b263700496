/** Ids are UUIDs in lower case; a child's id is the authority's own, opaque text. */
export type AuthorityId = string;
export type PersonId = string;
export type CycleId = string;
export type AuditId = string;
export type ActionId = string;
export type ToolId = string;
export type ChildId = string;
export type FamilyId = string;

/** A team as the authority's own lists write it. */
export type TeamName = string;

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export type Sha256 = string;
