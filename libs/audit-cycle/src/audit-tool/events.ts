import type { EventOf } from '../decider.js';
import type { ToolDefinition } from './definition.js';

/** An audit tool and its versions: what auditors are asked for. */
export type AuditToolEvent =
  /** A new version of the tool was written down. Nobody audits with it until it is published. */
  | EventOf<
      'ToolDrafted',
      {
        /** Version of the tool, from 1. */
        version: number;
        definition: ToolDefinition;
      }
    >
  /** A drafted version was released: from now on cycles can be planned with it. */
  | EventOf<
      'ToolPublished',
      {
        /** The version that was published. */
        version: number;
      }
    >
  /** A published version was withdrawn from use. Cycles that were planned with it keep it. */
  | EventOf<
      'ToolRetired',
      {
        /** The version that was retired. */
        version: number;
        /** Why, as a code. */
        reasonCode: string;
      }
    >;
