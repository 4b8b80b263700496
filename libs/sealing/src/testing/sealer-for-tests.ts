import { AesSealer } from '../aes-sealer.js';
import { rootKey } from '../root-key.js';

/** The sealer of the product, with a key that everybody knows. */
export const sealerForTests = (): AesSealer => new AesSealer(rootKey(Buffer.alloc(32, 7)));
