import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * To be imported before anything else, for every start to be quicker than the first: what Node makes of our TypeScript
 * and of the packages is kept beside them. Where that folder cannot be written to, nothing is kept.
 */
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/front-door', import.meta.url)));

/*
 * Node reads a package's description anew for each of its modules that is imported, and the one of drizzle-orm has
 * 180 kB. Its modules import each other by their paths, for which nothing need be read.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL, conditions } = context;
    const isInside = parentURL?.includes('/node_modules/drizzle-orm/') && specifier.startsWith('.');
    if (!isInside || !specifier.endsWith('.js') || !conditions.includes('import')) return next(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
