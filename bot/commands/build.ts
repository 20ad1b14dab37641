import { buildPages, stateOfPages } from '../pagesBuild.ts';

// npm run build: builds the pages if they are missing or older than their sources. `npm start` and `npm test` see to it, too.

const state = stateOfPages();
if (state !== 'current') {
  console.log(
    state === 'stale' ? 'The pages have changed; building them …' : 'Building the pages (the first start only) …',
  );
  await buildPages();
}
