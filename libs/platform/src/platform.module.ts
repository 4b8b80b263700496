import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { READINESS_CHECKS, type ReadinessCheck } from './health/readiness-check.js';
import { OpenApiController } from './open-api/open-api.controller.js';
import { OpenApiDocument } from './open-api/open-api-document.js';

/** What every application has besides its features. */
@Module({})
export class PlatformModule {
  static around(features: Type | DynamicModule, readiness: readonly ReadinessCheck[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [features],
      controllers: [HealthController, OpenApiController],
      providers: [OpenApiDocument, { provide: READINESS_CHECKS, useValue: readiness }],
    };
  }
}
