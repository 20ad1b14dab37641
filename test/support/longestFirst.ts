import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start the program again and again: minutes each. Begun last, they would keep one core waiting at the end. */
const longest = ['test/turns/kill.test.ts', 'test/start/start.test.ts', 'test/story/'];

/** The order of the test files: what takes longest first, the rest as vitest has it. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.includes(name));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
