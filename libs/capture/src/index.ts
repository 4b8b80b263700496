export { InProcessGateway, type CaptureDependencies } from './in-process-gateway.js';
