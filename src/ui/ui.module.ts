import { Global, Module } from '@nestjs/common';
import { PageRenderer } from '../core/http/page-renderer';
import { HtmlRenderer } from './html-renderer';

@Global()
@Module({
  providers: [{ provide: PageRenderer, useClass: HtmlRenderer }],
  exports: [PageRenderer],
})
export class UiModule {}
