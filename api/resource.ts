import type { Request, Response } from 'restify';
import type { z } from 'zod';
import type { Explanation } from '#crm/explanation.ts';
import type { WayId } from '#crm/notifications/ways.ts';
import type { Services } from '#crm/services.ts';
import type { Signals } from '#prisma/client.ts';
import type { Caller, Policy } from './roles.ts';

/** What the chat page gets: a Direct Line token for one conversation; `expiresIn` in seconds. */
export interface ChatToken {
  conversationId: string;
  userId: string;
  token: string;
  expiresIn: number;
  largeType: boolean;
  shop: 'none' | 'joined' | 'notSetUp' | 'malformed' | 'signature' | 'expired' | 'lasting' | 'audience' | 'unreachable';
}

/** A reply that nobody was sent. */
export interface TriedReply {
  text: string;
  buttons: string[];
  sources: { documentId: string; title: string; excerpt: string }[];
  explanation: Explanation | null;
}

/** What resources work with. The functions are bot/'s: the API knows neither channels nor the disk. */
export interface ApiParts {
  services: Services;
  signals: Signals;
  /** The ways by which staff can be told, as the settings allow; absent: the desk alone. */
  staffWays?: readonly WayId[];
  /** What a browser needs to take notifications; absent: none can. */
  pushKey?: string;
  /** A token for a new conversation, or for the one of a token that is still good or ended a short while ago. */
  issueChatToken(asked: { locale?: string; conversationId?: string; token?: string }): Promise<ChatToken>;
  /** A path that lets staff read a customer's file for a while. */
  fileUrl(uploadId: string): Promise<string>;
  /** What the bot would say, and why; nothing is stored. */
  tryQuestion(asked: { text: string; language: 'zh' | 'en'; audience: string }): Promise<TriedReply[]>;
  /** Removes the demo shop's records. */
  removeDemo(): Promise<void>;
}

type Shape = z.ZodObject | undefined;
type Read<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A request, parsed. */
export interface Parsed<Params extends Shape, Query extends Shape, Body extends z.ZodType | undefined> {
  params: Read<Params>;
  query: Read<Query>;
  body: Read<Body>;
  caller: Caller | null;
  /** For what is about HTTP itself: cookies, redirects, streams. */
  http: { request: Request; response: Response };
}

/** One thing that can be asked of the API. Without `answer` it answers 204, or has answered by itself (`streams`). */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with `:name` for parameters. */
  path: string;
  summary: string;
  may: Policy;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer?: z.ZodType;
  /** 200 unless told; 204 without an answer. */
  status?: number;
  /** It reads the body itself. */
  takesFile?: boolean;
  /** It writes its response itself. */
  streams?: boolean;
  /** It signs in, so that it must not be called from a page of another site. */
  signsIn?: boolean;
  run(parts: ApiParts, parsed: Parsed<z.ZodObject, z.ZodObject, z.ZodType>): Promise<unknown>;
}

/** An operation whose handler knows the types of its schemas. */
export function operation<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(
  described: Omit<Operation, 'params' | 'query' | 'body' | 'answer' | 'run'> & {
    params?: Params;
    query?: Query;
    body?: Body;
    answer?: Answer;
    run(
      parts: ApiParts,
      parsed: Parsed<Params, Query, Body>,
    ): Promise<Answer extends z.ZodType ? z.output<Answer> : unknown>;
  },
): Operation {
  // The schemas that `run` is typed with are the very ones that parse what it is given.
  return described as unknown as Operation;
}
