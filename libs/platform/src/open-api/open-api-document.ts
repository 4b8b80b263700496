import { Injectable, type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The description of the API, made from the routes when the application is put together. */
@Injectable()
export class OpenApiDocument {
  private document: OpenAPIObject | null = null;

  describe(app: INestApplication, version: string): void {
    const about = new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Touchstone')
      .setDescription(
        "The quality-assurance cycle of children's social care. Refusals and failures are problem documents (RFC 9457) with a stable code.",
      )
      .setVersion(version)
      .build();
    this.document = SwaggerModule.createDocument(app, about, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    });
  }

  read(): OpenAPIObject {
    if (this.document === null) throw new Error('The API was asked for its description before it had one');
    return this.document;
  }
}
