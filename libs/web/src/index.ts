export { webModule, type WebParts } from './web-module.js';
export type { Authorities, AuthorityName } from './authorities.js';
