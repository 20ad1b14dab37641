import { spawn } from 'node:child_process';

// npm run dev: the server, restarted at every change of its sources, and Vite's server, which shows pages as they are edited.

const node = (...words: string[]) => spawn(process.execPath, words, { stdio: 'inherit' });

const children = [
  node('node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', '--exclude', './web/**', 'bot/index.ts'),
  node('node_modules/vite/bin/vite.js', '--clearScreen', 'false'),
];
console.log(
  'Pages while you edit them: http://127.0.0.1:5173/chat/, /desk/, /insights/ (they talk to the server on port 3978).',
);

let left = children.length;
for (const child of children) {
  child.once('exit', (code) => {
    left--;
    if (code) process.exitCode = code;
    if (left > 0) for (const other of children) other.kill('SIGTERM');
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
