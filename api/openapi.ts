import { z } from 'zod';
import { ROOT } from './mount.ts';
import { problemSchema } from './problem.ts';
import { type Operation, operation } from './resource.ts';
import { anybody } from './roles.ts';

type Json = Record<string, unknown>;

/** What goes over the wire: codecs as their JSON side. `$schema` belongs to the document, not to each part. */
function schemaOf(schema: z.ZodType): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
}

/** The API described as OpenAPI 3.1, from the schemas that parse it. */
export function openApiOf(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const described of operations) {
    const path = described.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [described.method.toLowerCase()]: describe(described) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zhiyin',
      version: 'v1',
      description: 'Customer relations: conversations, complaints, surveys, tasks.',
    },
    servers: [{ url: ROOT }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'zhiyin_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function describe({ method, path, summary, may, params, query, body, answer, streams, status = 200 }: Operation): Json {
  const problem = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const done = answer
    ? { [status]: { description: 'Done', content: { 'application/json': { schema: schemaOf(answer) } } } }
    : { [streams ? 200 : 204]: { description: 'Done' } };
  return {
    operationId: `${method.toLowerCase()}${path.replace(/(?:^|[/:-]+)(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    summary,
    tags: [path.split('/')[1]],
    description: `Who may: ${may.label}.`,
    security: may === anybody ? [] : [{ session: [] }, { key: [] }],
    parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: { ...done, default: problem },
  };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: described,
  }));
}

/** The description itself, public. */
export function openApiOperations(operations: readonly Operation[]): Operation[] {
  // Made when it is first asked for: it takes a moment that the start has not.
  let described: Json | undefined;
  return [
    operation({
      method: 'GET',
      path: '/openapi.json',
      summary: 'This description',
      may: anybody,
      answer: z.record(z.string(), z.unknown()),
      async run() {
        described ??= openApiOf(operations);
        return described;
      },
    }),
  ];
}
