import { build, type Plugin } from 'vite';

/**
 * Builds the launcher into `launcher.js` beside the pages: one classic script with a name that never changes (shops
 * paste it into their pages), wrapped so that it leaves no name behind in the host page.
 */
export function launcherScript(entry: string): Plugin {
  return {
    name: 'zhiyin:launcher',
    apply: 'build',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2020',
          lib: { entry, name: 'zhiyinLauncher', formats: ['iife'], fileName: () => 'launcher.js' },
        },
      });
      for (const output of [result].flat()) {
        if (!('output' in output)) continue;
        for (const file of output.output) {
          if (file.type === 'chunk') this.emitFile({ type: 'asset', fileName: 'launcher.js', source: file.code });
        }
      }
    },
  };
}
