import { z } from 'zod';
import { LARGEST_FILE } from '#crm/tasks/taskFiles.ts';
import { fileOf } from './fileBody.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id } from './shapes.ts';
import { taskDetailSchema } from './tasks.ts';

const byFile = byId.extend({ fileId: id });

/** Files that colleagues attach to tasks. */
export const taskFileOperations = [
  operation({
    method: 'POST',
    path: '/tasks/:id/files',
    summary: 'Attach a file sent as the body (application/octet-stream), 5 MB at most; 20 files a task',
    may: staff,
    params: byId,
    query: z.object({ name: z.string().min(1).max(300), contentType: z.string().max(127).optional() }),
    answer: taskDetailSchema,
    status: 201,
    takesFile: true,
    run: async ({ services }, { params, query, caller, http }) => {
      const bytes = await fileOf(http.request, LARGEST_FILE);
      await services.taskFiles.attach(params.id, { name: query.name, bytes }, person(caller).id);
      return services.tasks.get(params.id);
    },
  }),
  operation({
    method: 'GET',
    path: '/tasks/:id/files/:fileId',
    summary: 'An attached file; pictures are shown, everything else is saved',
    may: staff,
    params: byFile,
    streams: true,
    run: async ({ services }, { params, http }) => {
      const { name, contentType, bytes } = await services.taskFiles.read(params.id, params.fileId);
      const kind = contentType.startsWith('image/') ? 'inline' : 'attachment';
      http.response.writeHead(200, {
        'Content-Type': contentType,
        'Content-Length': bytes.length,
        'Content-Disposition': `${kind}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      });
      http.response.end(Buffer.from(bytes));
    },
  }),
  operation({
    method: 'DELETE',
    path: '/tasks/:id/files/:fileId',
    summary: 'Take an attached file away: who attached it, or a manager',
    may: staff,
    params: byFile,
    run: ({ services }, { params, caller }) => services.taskFiles.remove(params.id, params.fileId, person(caller).id),
  }),
];

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
