import { randomUUID } from 'node:crypto';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';

// The floor of `npm run bench -- turns`: a bare botbuilder echo bot that stores nothing, with just as much Direct Line as the
// client needs: open, post, stream. Prints its address when it listens.

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});

const sockets = new Map<string, WebSocket>();
const push = (conversationId: string, activity: object) =>
  sockets.get(conversationId)?.send(JSON.stringify({ activities: [activity], watermark: '1' }));

/** Replies go back in process, as in a bot that hosts its own Direct Line. */
class LocalAuthentication extends ConfigurationBotFrameworkAuthentication {
  override createConnectorFactory() {
    const send = async (conversationId: string, activity: object) => {
      const id = randomUUID();
      push(conversationId, { ...activity, id, from: { id: 'bot', role: 'bot' } });
      return { id };
    };
    const conversations = {
      sendToConversation: send,
      replyToActivity: (conversationId: string, _replyTo: string, activity: object) => send(conversationId, activity),
    };
    return { create: async () => ({ conversations }) } as never;
  }
}

const authentication = new LocalAuthentication({});
const adapter = new CloudAdapter(authentication);
const connectorFactory = authentication.createConnectorFactory();
const identity = {
  audience: 'bot',
  claimsIdentity: { claims: [], isAuthenticated: true, getClaimValue: () => null },
  connectorFactory,
} as never;

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/v3/directline/conversations', async (_request, response) => {
  const conversationId = randomUUID();
  const streamUrl = `ws://127.0.0.1:${server.address().port}/stream/${conversationId}`;
  response.send(201, { conversationId, token: 'any', expires_in: 1800, streamUrl });
});
server.post('/v3/directline/conversations/:id/activities', async (request, response) => {
  const id = randomUUID();
  const conversationId = request.params.id as string;
  const activity = {
    ...request.body,
    id,
    channelId: 'directline',
    serviceUrl: 'urn:local',
    conversation: { id: conversationId },
    recipient: { id: 'bot' },
  };
  push(conversationId, activity);
  response.send(200, { id });
  await adapter.processActivityDirect(identity, activity, (context) => bot.run(context));
});

const streams = new WebSocketServer({ noServer: true });
server.server.on('upgrade', (request, socket, head) => {
  streams.handleUpgrade(request, socket, head, (stream) => sockets.set(String(request.url).split('/').at(-1)!, stream));
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`),
);
