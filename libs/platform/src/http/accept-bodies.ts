import type { FastifyInstance } from 'fastify';
import { strictJson } from '../input/strict-json.js';
import { takesFiles } from '../input/upload.js';
import { Problem } from '../problem/problem.js';

/** JSON everywhere, files where a route declares them, nothing else; and nothing that was answered is kept by a cache. */
export function acceptBodies(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, body.length === 0 ? undefined : strictJson(body));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store').header('request-id', request.id);
    const isForm = /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
    done(isForm && !takesFiles(request) && !request.is404 ? noFilesHere() : undefined);
  });
}

const noFilesHere = (): Problem =>
  new Problem(
    415,
    'media-type-not-supported',
    'This address takes no files. Send the body as application/json.',
  );
