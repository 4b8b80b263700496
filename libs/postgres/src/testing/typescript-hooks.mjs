/** Lets the processes that tests start run the TypeScript source itself, where imports name the built `.js` files. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ofSource = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(ofSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
