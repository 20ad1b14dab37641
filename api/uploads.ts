import { operation } from './resource.ts';
import { staff } from './roles.ts';
import { byId } from './shapes.ts';

/** Files that customers sent. */
export const uploadOperations = [
  operation({
    method: 'GET',
    path: '/uploads/:id',
    summary: 'A customer’s file; answers with a redirect to where it can be read for a while',
    may: staff,
    params: byId,
    streams: true,
    run: async ({ fileUrl }, { params, http }) => {
      http.response.writeHead(302, { Location: await fileUrl(params.id), 'Cache-Control': 'no-store' });
      http.response.end();
    },
  }),
];
