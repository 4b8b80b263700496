import { Module, type DynamicModule } from '@nestjs/common';
import { AddressesController } from './http/addresses.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { NOTIFICATIONS, type NotificationsParts } from './http/notifications-parts.js';

@Module({})
class NotificationsModule {}

/** Inboxes. Whoever puts it into an application brings identity's guard, and runs `NoticeWriter` beside it. */
export const notificationsModule = (parts: NotificationsParts): DynamicModule => ({
  module: NotificationsModule,
  controllers: [NoticesController, AddressesController],
  providers: [{ provide: NOTIFICATIONS, useValue: parts }],
});
