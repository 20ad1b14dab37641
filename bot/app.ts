import path from 'node:path';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { createReader } from '#ai/reader.ts';
import { Understanding } from '#ai/understanding.ts';
import { createApi } from '#api/index.ts';
import { type Clock, systemClock } from '#crm/clock.ts';
import type { Catalogue } from '#crm/products/catalogue.ts';
import { namesOf } from '#crm/products/products.ts';
import { createServices, type Services } from '#crm/services.ts';
import { dialogModules } from '#dialogs/index.ts';
import { createMainDialog } from '#dialogs/mainDialog.ts';
import type { Database } from '#prisma/client.ts';
import { apologyFor } from './apology.ts';
import { beginningsOf } from './channels/beginnings.ts';
import { capabilitiesOf } from './channels/capabilities.ts';
import { createChannels } from './channels/index.ts';
import type { Config } from './config.ts';
import { createCustomerBot } from './customerBot.ts';
import { forgetDemo, pauseRepair, placeCustomers, prepareDemo } from './demo.ts';
import { createEgress } from './egress/egress.ts';
import { mountHealth } from './health.ts';
import { createJobQueue } from './jobs.ts';
import { signingKey } from './keys.ts';
import { createMessenger } from './messenger.ts';
import { createModel } from './model.ts';
import { createNotifier, createNotifying } from './notifiers/index.ts';
import { type OpenDatabase, openDatabase } from './openDatabase.ts';
import { mountPages } from './pages.ts';
import { createPlayground } from './playground.ts';
import { createCustomerFiles, createErasedList } from './privacyFiles.ts';
import { mountProductPictures } from './productPictures.ts';
import { createServer } from './server.ts';
import { withStaffLinks } from './staffLinks.ts';
import { withStreaming } from './streaming.ts';
import { Turns } from './turns/turns.ts';
import { WebhookSender } from './webhooks/webhookSender.ts';
import { createWeeklyMail } from './weeklyMail.ts';
import { welcomeLines } from './welcome.ts';

/** What the caller brings along; tests bring their clock and their pages. */
export interface AppParts {
  logger: Logger;
  clock?: Clock;
  /** Told what takes a moment at the first start. */
  onProgress?: (step: string) => void;
  /** The database, where the caller has begun to open it; else it is opened here. The house closes it in either case. */
  database?: Promise<OpenDatabase>;
  /** Folder of the built pages. */
  pages?: string;
  /** How long a turn belongs to its instance, in ms. */
  leaseMs?: number;
  /** Recurring jobs run unless a test drives the clock itself. */
  jobs?: boolean;
}

/** The running house, before it listens. */
export interface App {
  server: Server;
  services: Services;
  turns: Turns;
  db: Database;
  /** What to print once it listens: where things are, and how to sign in for the first time. */
  welcome(address: string): Promise<string[]>;
  /** Stops taking work, finishes the turns in hand, closes everything, the database last. */
  close(): Promise<void>;
}

/** Puts the house together. The only place where rooms meet; importing it does nothing. */
export async function createApp(config: Config, parts: AppParts): Promise<App> {
  const { logger, clock = systemClock, onProgress = () => undefined } = parts;
  const opened = await (parts.database ?? openDatabase(config, onProgress, logger));
  const { db } = opened;
  try {
    return await furnish();
  } catch (fault) {
    await opened.close();
    throw fault;
  }

  async function furnish(): Promise<App> {
    const outboxOf = (channel: string) => channels.outboxOf(channel);
    const messenger = createMessenger(db, clock, outboxOf, (channel) => channels.hasDesk(channel));
    const notifier = createNotifier(db, () => ({ ways: notifying.ways, deliveries: services.notificationDeliveries }));
    const egress = createEgress({ allowed: config.allowedNetworks });
    const examples = dialogModules.map((module) => module.intents);
    const model = await createModel(config, { costs: () => services.costs, examples, logger });
    const understanding = new Understanding(examples);
    const services: Services = createServices({
      db,
      clock,
      language: { ...model, understanding },
      messenger,
      notifier,
      egress,
      beginnings: beginningsOf(config),
      erased: createErasedList(config.dataDir),
      files: createCustomerFiles(config.dataDir),
      publicUrl: config.publicUrl,
      logger,
      costs: config.openai?.costs,
      secretsKey: config.secretsKey,
    });
    await services.privacy.reapply();
    await services.notificationTargets.seal();
    await services.webhooks.seal();
    const isNewDemo = config.demo && (await prepareDemo(db, clock, onProgress));

    const reader = model.readerWith(createReader({ understanding, products: [] }));
    const nameProducts = ({ products }: Catalogue) =>
      reader.replaceProducts(products.map((product) => ({ id: product.id, names: namesOf(product) })));
    services.products.onChange(nameProducts);
    const [catalogue] = await Promise.all([
      services.products.catalogue(),
      services.knowledge.warm(),
      services.examples.start(),
    ]);
    nameProducts(catalogue);

    const mainDialog = createMainDialog({ services, reader, modules: dialogModules, logger });
    const formLinks = (channel: string) => Boolean(config.publicUrl) && !capabilitiesOf(channel).adaptiveCards;
    const bot = createCustomerBot({ services, mainDialog, clock, formLinks });
    const decide = withStaffLinks(bot, { db, services });
    const patienceMs = config.openai?.firstTokenMs ?? 0;
    const turns = new Turns({
      db,
      decide: model.answers ? withStreaming(decide, { services, patienceMs, streams: ['directline'] }) : decide,
      apologise: apologyFor(services),
      recognise: async ({ activity, channel, userId }) =>
        activity.type === 'conversationUpdate' || !userId
          ? undefined
          : (await services.customers.recognise({ channel, externalId: userId })).id,
      outboxOf,
      logger,
      leaseMs: parts.leaseMs,
      // A turn that waits for a model costs us nothing.
      ...(model.answers ? { atOnce: 200 } : {}),
    });

    const key = await signingKey(db);
    const channels = createChannels({ config, db, turns, egress, services, clock, logger, signingKey: key });
    const notifying = await createNotifying({
      config,
      db,
      clock,
      services,
      egress,
      deliver: channels.deliver,
      wecomPushes: channels.wecomPushes,
      logger,
    });
    if (isNewDemo) {
      await pauseRepair(db, services, clock.now());
      await placeCustomers(db, services, clock.now());
    }
    const api = createApi({
      services,
      staffWays: notifying.ways,
      pushKey: notifying.pushKey,
      signals: db.signals,
      issueChatToken: channels.issueChatToken,
      fileUrl: channels.fileUrl,
      removeDemo: () => forgetDemo(db),
      tryQuestion: createPlayground(db, clock, bot),
      ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
      logger,
    });
    const server = createServer(logger, channels.upgrades);
    mountHealth(server, db, model.metrics);
    channels.mount(server);
    api.mount(server);
    mountProductPictures(server, services);
    mountPages(server, parts.pages ?? path.resolve('web/dist'));

    const partners = new WebhookSender({ db, clock, deliveries: services.webhookDeliveries, egress, logger });
    const jobs = createJobQueue(db, logger);
    turns.start();
    channels.start();
    // Nobody waits for what the clock starts: the house opens its doors meanwhile.
    if (parts.jobs !== false) notifying.deliverer.start();
    if (parts.jobs !== false) partners.start();
    const mailWeek = createWeeklyMail({ config, services, clock, logger });
    if (parts.jobs !== false) jobs.start({ db, services, clock, logger, dataDir: config.dataDir, mailWeek });

    return {
      server,
      services,
      turns,
      db,
      welcome: (address) => welcomeLines(config, services, address),
      async close() {
        const stopped = stopListening(server);
        await api.close();
        await jobs.close();
        await notifying.deliverer.close();
        await partners.close();
        await turns.close();
        await channels.close();
        await stopped;
        await services.close();
        await opened.close();
      },
    };
  }
}

/** No new connections; requests in hand are answered, idle connections end. */
function stopListening(server: Server): Promise<void> {
  return new Promise((done) => {
    if (!server.server.listening) return done();
    server.close(() => done());
    server.server.closeIdleConnections();
  });
}
