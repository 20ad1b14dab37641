import type { Example as TrainingExample } from '#ai/classifier.ts';
import { languageOf } from '#ai/languageOf.ts';
import { MAX_LENGTH, type Understanding } from '#ai/understanding.ts';
import { wishesOf } from '#ai/wishes.ts';
import { type Client, type Database, type Example, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { ExampleInput, ExampleState, IntentExamples, Preview, ShopExample, Understood } from './example.ts';
import { keyOf, previewOf } from './preview.ts';
import { Teaching } from './teaching.ts';

/** What the shop's examples are made of beside the database. */
export interface ExampleParts {
  db: Database;
  audit: Audit;
  understanding: Understanding;
  onFault: (fault: unknown) => void;
}

/**
 * Sentences of this shop's customers that staff add to what the reader is trained with. They are drafts until they are published;
 * then every instance learns them within a second or two, between its turns.
 */
export class Examples {
  readonly #db: Database;
  readonly #audit: Audit;
  readonly #understanding: Understanding;
  readonly #teaching: Teaching;

  constructor({ db, audit, understanding, onFault }: ExampleParts) {
    this.#db = db;
    this.#audit = audit;
    this.#understanding = understanding;
    this.#teaching = new Teaching(db, understanding, onFault);
  }

  /** Teaches the reader what is published now, and from now on whatever will be. */
  async start(): Promise<void> {
    await this.#teaching.start();
  }

  /** Every intent with the sentences that its module brings along. */
  intents(): IntentExamples[] {
    const intents = new Map<string, IntentExamples>();
    for (const { intent, text } of this.#understanding.examples) {
      const entry = intents.get(intent) ?? { intent, zh: [], en: [] };
      intents.set(intent, entry);
      entry[languageOf(text)].push(text);
    }
    return [...intents.values()];
  }

  /** Last changed first. */
  async list(request: PageRequest & { intent?: string }): Promise<Page<ShopExample>> {
    const rows = await this.#db.client.example.findMany({
      where: { ...(request.intent && { intent: request.intent }), ...olderThan('updatedAt', request) },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    const { items, nextCursor } = pageOf(rows, request, ({ updatedAt, id }) => ({ at: updatedAt, id }));
    return { items: items.map(shown), nextCursor };
  }

  /** Adds a draft. Throws InvalidInput for an intent that does not exist, Conflict for a sentence that is there already. */
  async add(input: ExampleInput, staffId: string | null): Promise<ShopExample> {
    this.#check(input);
    return this.#write('create', staffId, (client) =>
      client.example.create({ data: { ...input, savedById: staffId } }),
    );
  }

  /** Changes the draft; what is published counts as before. A removal is taken back. Throws as `add`, and NotFound. */
  async change(id: string, input: ExampleInput, staffId: string | null): Promise<ShopExample> {
    this.#check(input);
    return this.#write('update', staffId, async (client) => {
      const [row] = await client.example.updateManyAndReturn({
        where: { id },
        data: { ...input, removed: false, savedById: staffId },
      });
      if (!row) throw new NotFound('example', id);
      return row;
    });
  }

  /** A draft that never counted goes at once, another with the next publication. Throws NotFound. */
  async remove(id: string, staffId: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count: gone } = await client.example.deleteMany({ where: { id, publishedText: null } });
      const { count: marked } = gone
        ? { count: gone }
        : await client.example.updateMany({ where: { id }, data: { removed: true, savedById: staffId } });
      if (marked === 0) throw new NotFound('example', id);
      await this.#audit.record({ staffId, action: 'delete', entity: 'example', entityId: id });
    });
  }

  /** Makes every draft count, on every instance. Gives how many examples count from now on. */
  async publish(staffId: string | null): Promise<number> {
    return this.#db.transaction(async (client) => {
      await client.example.deleteMany({ where: { removed: true } });
      await client.$executeRaw`UPDATE "Example" SET "publishedIntent" = "intent", "publishedText" = "text"`;
      await this.#audit.record({ staffId, action: 'publish', entity: 'example' });
      this.#db.signals.publish('examples', {});
      return client.example.count();
    });
  }

  /** How a sentence is understood now. */
  understand(text: string): Understood {
    const { classifier } = this.#understanding;
    const said = text.slice(0, MAX_LENGTH);
    return {
      language: languageOf(said),
      wishes: wishesOf(said, classifier).map((wish) => ({
        intent: keyOf(wish),
        text: wish.text,
        confidence: wish.confidence,
      })),
      ranking: classifier.classify(said).ranking.slice(0, 5),
    };
  }

  /** What publishing the drafts would change in how recent messages and all examples are read. Takes a second or two; turns go on. */
  async preview(): Promise<Preview> {
    const rows = await this.#db.client.example.findMany({ orderBy: { id: 'asc' } });
    const drafts = rows.filter((row) => stateOf(row) !== 'published');
    if (drafts.length === 0) return { drafts: 0, messages: 0, examples: 0, changes: [] };
    const kept = rows.filter(({ removed }) => !removed).map(({ intent, text }): TrainingExample => ({ intent, text }));
    const preview = await previewOf(this.#db, this.#understanding, kept);
    return { drafts: drafts.length, ...preview };
  }

  /** Waits until every publication that is known has been learnt. */
  async settled(): Promise<void> {
    await this.#teaching.settled();
  }

  /** Stops listening for changes. */
  close(): void {
    this.#teaching.close();
  }

  #check({ intent, text }: ExampleInput): void {
    const known = this.#understanding.examples;
    if (!known.some((example) => example.intent === intent)) {
      throw new InvalidInput([{ path: 'intent', message: 'Choose one of the intents at /api/v1/examples/intents.' }]);
    }
    if (known.some((example) => example.text.toLowerCase() === text.toLowerCase())) {
      throw new Conflict('exampleKnown', 'The bot knows this sentence already: it is an example of its own.');
    }
  }

  async #write(
    action: 'create' | 'update',
    staffId: string | null,
    write: (client: Client) => Promise<Example>,
  ): Promise<ShopExample> {
    try {
      return await this.#db.transaction(async (client) => {
        const row = await write(client);
        await this.#audit.record({ staffId, action, entity: 'example', entityId: row.id, fields: ['intent', 'text'] });
        return shown(row);
      });
    } catch (fault) {
      if (fault instanceof Prisma.PrismaClientKnownRequestError && fault.code === 'P2002') {
        throw new Conflict('exampleExists', 'This sentence is an example already: change that one.');
      }
      throw fault;
    }
  }
}

function stateOf({ intent, text, publishedIntent, publishedText, removed }: Example): ExampleState {
  if (publishedText === null) return 'draft';
  if (removed) return 'removed';
  return publishedText === text && publishedIntent === intent ? 'published' : 'changed';
}

const shown = (row: Example): ShopExample => ({
  id: row.id,
  intent: row.intent,
  text: row.text,
  language: languageOf(row.text),
  state: stateOf(row),
  published:
    row.publishedText === null || row.publishedIntent === null
      ? null
      : { intent: row.publishedIntent, text: row.publishedText },
  updatedAt: row.updatedAt,
});
