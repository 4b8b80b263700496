import { Module, type DynamicModule } from '@nestjs/common';
import type { ViewReader } from '#views';
import { AUTHORITIES, type Authorities } from './authorities.js';
import { StylesController } from './page/styles.controller.js';
import { StartController, TRIAL } from './start/start.controller.js';
import { StartFiguresReader } from './start/start-figures-reader.js';
import { CLOCK, VIEW_READER } from './tokens.js';

export interface WebParts {
  readonly reader: ViewReader;
  readonly authorities: Authorities;
  readonly clock: () => Date;
  /** The trial profile: pages are shown without sign-in. */
  readonly trial: boolean;
}

@Module({})
class WebModule {}

/** The pages. */
export const webModule = ({ reader, authorities, clock, trial }: WebParts): DynamicModule => ({
  module: WebModule,
  controllers: [StartController, StylesController],
  providers: [
    StartFiguresReader,
    { provide: VIEW_READER, useValue: reader },
    { provide: AUTHORITIES, useValue: authorities },
    { provide: CLOCK, useValue: clock },
    { provide: TRIAL, useValue: trial },
  ],
});
