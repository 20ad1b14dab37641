// npm run bench -- NAME: measures one thing and prints a table, or with --json one line. --list names them all.
import { benchmarks } from './benchmarks.ts';

const [name, ...flags] = process.argv.slice(2).filter((word) => word !== '--json');
const json = process.argv.includes('--json');

if (name === '--list' || name === undefined) {
  for (const { id, about } of benchmarks) console.log(`${id.padEnd(12)} ${about}`);
} else {
  const benchmark = benchmarks.find(({ id }) => id === name);
  if (!benchmark) {
    console.error(`There is no benchmark "${name}". Known: ${benchmarks.map(({ id }) => id).join(', ')}.`);
    process.exit(1);
  }
  const figures = await benchmark.run(flags);
  if (json) console.log(JSON.stringify(figures));
  else console.table(figures);
  process.exit(0);
}
