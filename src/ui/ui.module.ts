import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { static as serveStatic } from 'express';
import { PageRenderer } from '../core/http/page-renderer';
import { ASSETS_FOLDER } from './assets';
import { HtmlRenderer } from './html-renderer';
import { Letters } from './letters.service';

@Global()
@Module({
  providers: [{ provide: PageRenderer, useClass: HtmlRenderer }, Letters],
  exports: [PageRenderer, Letters],
})
export class UiModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(serveStatic(ASSETS_FOLDER, { immutable: true, maxAge: '1y', index: false }))
      .forRoutes('assets/*file');
  }
}
