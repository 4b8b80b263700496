export { insightModule, type InsightParts } from './insight-module.js';
export type { StreamRevisions, ViewLevels } from './reading/sources.js';
