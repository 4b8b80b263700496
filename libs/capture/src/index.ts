export { captureModule } from './capture.module.js';
export type { CaptureParts, ViewsCaughtUp } from './http/deciding/capture-parts.js';
export { InProcessGateway, type CaptureDependencies } from './in-process-gateway.js';
export type { CycleSecrets } from './secrets/cycle-secrets.js';
export { CODES_BY_STATUS } from './http/deciding/refusal-status.js';
export { MemoryCycleSecrets } from './secrets/memory-cycle-secrets.js';
