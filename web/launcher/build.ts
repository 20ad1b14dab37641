import { build, type Plugin } from 'vite';

/**
 * Builds a script into a file beside the pages: one classic script with a name that never changes (shops paste the launcher
 * into their pages, browsers know the desk's worker by its address), wrapped so that it leaves no name behind.
 */
export function classicScript(entry: string, fileName: string): Plugin {
  return {
    name: `zhiyin:${fileName}`,
    apply: 'build',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2020',
          lib: { entry, name: 'zhiyin', formats: ['iife'], fileName: () => fileName },
        },
      });
      for (const output of [result].flat()) {
        if (!('output' in output)) continue;
        for (const file of output.output) {
          if (file.type === 'chunk') this.emitFile({ type: 'asset', fileName, source: file.code });
        }
      }
    },
  };
}
