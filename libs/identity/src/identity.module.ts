import { Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD, ModulesContainer } from '@nestjs/core';
import { ACTING_PERSON_SOURCE, type ActingPersonSource } from './acting/acting-person.js';
import { refuseUndeclaredRoutes } from './policy/every-route-has-policy.js';
import { PolicyGuard } from './policy/policy-guard.js';

/** Guards every route of the application, and keeps an application with an undeclared route from starting. */
@Module({})
export class IdentityModule implements OnApplicationBootstrap {
  constructor(private readonly modules: ModulesContainer) {}

  static forRoot(source: ActingPersonSource): DynamicModule {
    return {
      module: IdentityModule,
      providers: [
        { provide: ACTING_PERSON_SOURCE, useValue: source },
        { provide: APP_GUARD, useClass: PolicyGuard },
      ],
    };
  }

  onApplicationBootstrap(): void {
    refuseUndeclaredRoutes(this.modules);
  }
}
