import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { classicScript } from './web/launcher/build.ts';

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The pages: each is an HTML file whose scripts are built into web/dist/assets with hashed names.
 * A new page is a folder with an index.html and one line here; its address is `dist/<folder>/index.html`.
 */
const pages = {
  chat: from('web/chat/index.html'),
  desk: from('web/desk/index.html'),
  insights: from('web/insights/index.html'),
  survey: from('web/survey/index.html'),
  demoShop: from('web/demoShop/index.html'),
  record: from('web/record/index.html'),
};

/** What the customer page and ChatUI mean by React: Preact's compatible layer, a tenth of its size. */
const preact: Record<string, string> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
};

export default defineConfig({
  root: from('web'),
  base: '/',
  appType: 'mpa',
  plugins: [
    {
      // By importer, not by a global alias: the desk and insights run on React itself in the same build.
      name: 'zhiyin:preact-for-chat',
      enforce: 'pre',
      resolveId(source, importer) {
        if (source === '@chatui/core') return from('node_modules/@chatui/core/es/index.js');
        const replacement = preact[source];
        if (replacement && importer && /[\\/](web[\\/]chat|@chatui[\\/]core)[\\/]/.test(importer)) {
          return this.resolve(replacement, importer, { skipSelf: true });
        }
        return null;
      },
    },
    classicScript(from('web/launcher/launcher.ts'), 'launcher.js'),
    classicScript(from('web/desk/push/worker.ts'), 'desk/worker.js'),
  ],
  build: {
    outDir: from('web/dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The pages are served under a policy that allows no inline script and no data: script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What desk and insights share (React, antd) is one file that staff loads once.
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: pages,
      // antd marks its files for React's server components; nothing here renders on a server.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      // ChatUI declares no side effects field: without this its whole library (190 kB) would come along.
      treeshake: { moduleSideEffects: [{ test: /@chatui[\\/]core[\\/]es[\\/]/, sideEffects: false }] },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': 'http://127.0.0.1:3978',
      '/v3': { target: 'http://127.0.0.1:3978', ws: true },
    },
  },
});
