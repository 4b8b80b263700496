import { SetMetadata } from '@nestjs/common';

export const OPEN_ROUTE = 'touchstone:open-route';

/**
 * Declares a route that anybody may use without saying who they are, and why. Every other route names its policy
 * (`Policy` of #identity); a route with neither is refused at start-up.
 */
export const Open = (reason: string): MethodDecorator & ClassDecorator => SetMetadata(OPEN_ROUTE, reason);
