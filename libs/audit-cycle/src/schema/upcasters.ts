import type { EVENT_SCHEMAS } from '../event-schemas.js';
import type { UpcastersFor } from './upcaster.js';

/** From each version of an event's shape to the next, oldest first. No shape has changed yet. */
export const UPCASTERS: UpcastersFor<typeof EVENT_SCHEMAS> = {};
