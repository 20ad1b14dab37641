import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { type ServiceClientCredentials, TokenCredentials } from 'botframework-connector';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const appId = '00000000-0000-4000-8000-00000000b07a';
export const issuerName = 'https://api.botframework.test';

/** Serves on a free port of this machine. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Whoever signs the tokens of channels: OpenID metadata, keys, and tokens to order. */
export async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const forger = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', endorsements: ['msteams', 'testchannel'] };
  let down = false;
  const server = await serve((request, response) => {
    if (down) {
      response.writeHead(500);
      response.end();
      return;
    }
    const body =
      request.url === '/keys'
        ? { keys: [key] }
        : { issuer: issuerName, jwks_uri: `http://${request.headers.host}/keys` };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  /** A token for the bot; what is given replaces what a channel would write. */
  const token = (serviceUrl: string, claims: JWTPayload = {}, { forged = false } = {}) =>
    new SignJWT({
      iss: issuerName,
      aud: appId,
      serviceurl: serviceUrl,
      nbf: now() - 60,
      exp: now() + 3600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })
      .sign(forged ? forger.privateKey : privateKey);
  return {
    ...server,
    token,
    settings: settingsOf(server.url),
    /** The keys cannot be had any more. */
    fail: () => {
      down = true;
    },
  };
}

export const now = () => Math.floor(Date.now() / 1000);

const settingsOf = (url: string): ConfigurationBotFrameworkAuthenticationOptions => ({
  ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
  ToBotFromChannelTokenIssuer: issuerName,
  ToChannelFromBotLoginUrl: `${url}/login`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: `${url}/oauth`,
  CallerId: 'urn:botframework:azure',
});

/** The app's real settings, but its token comes from here and not from Microsoft. */
export class TestCredentials extends ConfigurationServiceClientCredentialFactory {
  override async createCredentials(id: string): Promise<ServiceClientCredentials> {
    if (!(await this.isValidAppId(id))) throw new Error('Invalid appId.');
    return new TokenCredentials(`token-of-${id}`);
  }
}

/** What reached the channel. */
export interface Sent {
  path: string;
  headers: IncomingHttpHeaders;
  activity: Record<string, unknown> & { text?: string; replyToId?: string };
}

/** A file that was put into somebody's OneDrive. */
export interface Put {
  path: string;
  range: string | undefined;
  bytes: Buffer;
}

/**
 * A channel's service: takes replies, and refuses them if it is told to. It hands out files as Teams does: those in OneDrive at an address
 * that is a secret, pictures in messages for the bot's token; and it takes files at an address of an upload.
 */
export async function startChannelService() {
  const sent: Sent[] = [];
  const deleted: string[] = [];
  const put: Put[] = [];
  const files = new Map<string, { bytes: Buffer; contentType: string; token?: string }>();
  let statuses: number[] = [];
  const server = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'GET') return handOut(files.get(request.url ?? ''), request, response);
      const status = statuses.shift() ?? 200;
      const bytes = Buffer.concat(chunks);
      if (request.method === 'PUT' && status === 200)
        put.push({ path: request.url ?? '', range: request.headers['content-range'], bytes });
      if (request.method === 'DELETE') deleted.push(request.url ?? '');
      if (request.method !== 'POST') {
        response.writeHead(status);
        response.end();
        return;
      }
      if (status === 200) {
        const activity = JSON.parse(bytes.toString()) as Sent['activity'];
        sent.push({ path: request.url ?? '', headers: request.headers, activity });
      }
      response.writeHead(status, { 'Content-Type': 'application/json', Location: 'https://elsewhere.example/' });
      response.end(JSON.stringify({ id: `c-${sent.length}` }));
    });
  });
  return {
    ...server,
    sent,
    deleted,
    put,
    files,
    /** The statuses that the next replies are answered with. */
    answers: (...next: number[]) => {
      statuses = next;
    },
  };
}

function handOut(
  file: { bytes: Buffer; contentType: string; token?: string } | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const allowed = !file?.token || request.headers.authorization === `Bearer ${file.token}`;
  response.writeHead(file ? (allowed ? 200 : 401) : 404, file && { 'Content-Type': file.contentType });
  response.end(file && allowed ? file.bytes : '');
}
