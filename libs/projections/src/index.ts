export * from './view-store.js';
export * from './projections.js';
export { pause, type Pause } from './pause.js';
export type { FollowError } from './follower.js';
export type { RebuildProgress } from './rebuild-authority.js';
export { digestOf, type ViewDigest } from './digest.js';
export { foldPage } from './fold-page.js';
export { toViewEvent } from './to-view-event.js';
export { MemoryViewStore } from './memory/memory-view-store.js';
