export { createDirectLine, type DirectLine, type DirectLineLimits, type DirectLineOptions } from './directLine.ts';
export * from './store.ts';
