export { AesSealer } from './aes-sealer.js';
export { rootKeyFromFile, type KnownKey } from './key-file.js';
export { KeyProblem, type KeyProblemCode } from './key-problem.js';
export { rootKey, type RootKey } from './root-key.js';
export { CannotOpen, type Place, type Sealer, type WhyNotOpened } from './sealer.js';
