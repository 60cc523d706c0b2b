/** @import { Plugin } from 'esbuild' */

/**
 * Evaluates these modules while bundling and puts in their place what they export, which must be JSON: for tables that
 * are made of far larger data.
 * @param {RegExp} filter matches the paths of the modules
 * @returns {Plugin}
 */
export function evaluatePlugin(filter) {
  return {
    name: 'evaluate',
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        const { build: bundle } = await import('esbuild');
        const { outputFiles } = await bundle({
          entryPoints: [path],
          bundle: true,
          format: 'esm',
          write: false,
          logLevel: 'error',
        });
        const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
        /** @type {Record<string, unknown>} */
        const values = await import(`data:text/javascript;base64,${code}`);
        const exports = Object.entries(values).map(
          // A long literal is read faster as JSON than as code.
          ([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
        );
        return { contents: exports.join('\n'), loader: 'js' };
      });
    },
  };
}
