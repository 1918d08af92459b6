import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { DoorGuard } from '../access/door.guard';
import { Farewell } from './farewell.service';
import { Handlers } from './handlers';
import { HealthController } from './health.controller';
import { HubDescription } from './hub-description.service';
import { KeptPages } from './kept-pages.service';
import { OpenApiController } from './openapi.controller';
import { PageInterceptor } from './page.interceptor';
import { RefusalFilter } from './refusal.filter';
import { SchemaPipe } from './schema.pipe';

@Global()
@Module({
  imports: [DiscoveryModule, ThrottlerModule.forRoot([{ name: 'default', limit: 1000, ttl: 60_000 }])],
  controllers: [HealthController, OpenApiController],
  providers: [
    Farewell,
    Handlers,
    HubDescription,
    KeptPages,
    { provide: APP_GUARD, useClass: DoorGuard },
    { provide: APP_PIPE, useClass: SchemaPipe },
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
  exports: [Farewell, HubDescription, KeptPages],
})
export class HttpModule {}
