import type { INestApplicationContext, Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { OPEN_ROUTE } from '#platform';
import { ROUTE_POLICY } from './policy.js';

/** Where Nest keeps the path of a handler. */
const PATH = 'path';

/** @throws Error that names every route which says neither who may use it nor why anybody may */
export const assertEveryRouteHasPolicy = (app: INestApplicationContext): void =>
  refuseUndeclaredRoutes(app.get(ModulesContainer));

/** The same for the modules of an application that is being put together. */
export function refuseUndeclaredRoutes(modules: ModulesContainer): void {
  const without = routesWithoutPolicy(modules);
  if (without.length > 0) {
    throw new Error(`Declare @Policy or @Open on every route. Missing on: ${without.join(', ')}`);
  }
}

const routesWithoutPolicy = (modules: ModulesContainer): readonly string[] =>
  [...modules.values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? undeclared(metatype as Type<object>) : []));

function undeclared(controller: Type<object>): readonly string[] {
  if (declares(controller)) return [];
  const prototype = controller.prototype as Record<string, () => unknown>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => Reflect.hasMetadata(PATH, prototype[name]!) && !declares(prototype[name]!))
    .map((name) => `${controller.name}.${name}`);
}

const declares = (target: object): boolean =>
  Reflect.hasMetadata(ROUTE_POLICY, target) || Reflect.hasMetadata(OPEN_ROUTE, target);
