import { createConcepts } from './classifier/concepts.ts';
import { everydayWords } from './classifier/everydayWords.ts';
import { atOnce, inSlices } from './classifier/steps.ts';
import { type Classifier, type Example, trainingSteps } from './classifier.ts';
import { type Examples, trainingSet } from './examples.ts';
import { noneExamples } from './noneExamples.ts';
import { shopWords } from './shopWords.ts';

/** The shop's words and everybody's. */
export const shopConcepts = createConcepts(everydayWords, shopWords);

/** What no customer types; the rest of such a message is not read. */
export const MAX_LENGTH = 2000;

/**
 * The last classifier that knew nothing but some modules' own examples. The same examples give the same classifier, which never changes: who has
 * them, too (another house in this process, a shop that took its own examples back), need not learn them again.
 */
let untaught: { key: string; classifier: Classifier } | undefined;

/**
 * What the reader knows of intents: trained from the dialog modules' examples, and from the shop's own where it has some. It can be
 * taught anew while it is in use.
 */
export class Understanding {
  /** The modules' own examples, with those of what belongs nowhere. */
  readonly examples: readonly Example[];
  readonly #key: string;
  #classifier: Classifier | undefined;

  constructor(modules: readonly Examples[]) {
    this.examples = trainingSet([...modules, noneExamples]);
    this.#key = JSON.stringify(this.examples);
  }

  /** What messages are read by now. Untaught, it learns the modules' own examples when it is first asked (half a second). */
  get classifier(): Classifier {
    this.#classifier ??= this.#known() ?? this.#keep(atOnce(this.#steps([])));
    return this.#classifier;
  }

  /** A classifier that knows these examples beside the modules' own. Trained in slices of some milliseconds; nothing reads by it yet. */
  async train(shop: readonly Example[]): Promise<Classifier> {
    if (shop.length > 0) return inSlices(this.#steps(shop));
    return this.#known() ?? this.#keep(await inSlices(this.#steps([])));
  }

  /** Messages are read by this one from now on. */
  use(classifier: Classifier): void {
    this.#classifier = classifier;
  }

  #known(): Classifier | undefined {
    return untaught?.key === this.#key ? untaught.classifier : undefined;
  }

  #keep(classifier: Classifier): Classifier {
    untaught = { key: this.#key, classifier };
    return classifier;
  }

  #steps(shop: readonly Example[]) {
    return trainingSteps([...this.examples, ...shop], { thorough: false, conceptsIn: shopConcepts });
  }
}
