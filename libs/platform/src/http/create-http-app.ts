import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { ReadinessCheck } from '../health/readiness-check.js';
import { NoUnknownParameters } from '../input/no-unknown-parameters.js';
import { LARGEST_FILE } from '../input/upload.js';
import { validationPipe } from '../input/validation-pipe.js';
import type { Log } from '../log/log.js';
import { NestLog } from '../log/nest-log.js';
import { logRequests } from '../log/request-log.js';
import { OpenApiDocument } from '../open-api/open-api-document.js';
import { PlatformModule } from '../platform.module.js';
import { ProblemFilter } from '../problem/problem-filter.js';
import { problemOf } from '../problem/problem-of.js';
import { sendProblem } from '../problem/send-problem.js';
import { acceptBodies } from './accept-bodies.js';
import { refuseOtherHosts } from './allowed-hosts.js';
import { SECURITY_HEADERS } from './security-headers.js';

export interface HttpAppSettings {
  readonly log: Log;
  /** What has to work before the application is ready. */
  readonly readiness?: readonly ReadinessCheck[];
  readonly version?: string;
  /** The names by which the server may be called, in lower case; any unless given. */
  readonly hosts?: ReadonlySet<string> | null;
}

const LARGEST_BODY = 1024 * 1024;

/**
 * An application that listens to nobody yet: `listen` it, or `inject` requests in tests. What holds for every route holds from
 * here: limits, headers, problem documents, checked input, the description of the API.
 */
export async function createHttpApp(
  module: Type | DynamicModule,
  { log, readiness = [], version = '0.1.0', hosts = null }: HttpAppSettings,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: false,
    requestIdHeader: false,
    genReqId: () => uuidv7(),
    bodyLimit: LARGEST_BODY,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    multipart: false,
    // An address that cannot be read never gets as far as the filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply): void =>
      sendProblem(problemOf(error).problem, request, reply),
  });
  const server = adapter.getInstance();
  logRequests(server, log);
  if (hosts !== null) refuseOtherHosts(server, hosts);
  await server.register(helmet, SECURITY_HEADERS);
  await server.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: 2, fields: 20, fieldSize: LARGEST_BODY, headerPairs: 100 },
  });
  acceptBodies(server);
  const app = await NestFactory.create<NestFastifyApplication>(
    PlatformModule.around(module, readiness),
    adapter,
    {
      bodyParser: false,
      logger: new NestLog(log),
      abortOnError: false,
    },
  );
  app.useGlobalPipes(validationPipe());
  app.useGlobalInterceptors(new NoUnknownParameters());
  app.useGlobalFilters(new ProblemFilter(log));
  app.get(OpenApiDocument).describe(app, version);
  await app.init();
  await server.ready();
  return app;
}
