import { Global, Module } from '@nestjs/common';
import { PageRenderer } from '../core/http/page-renderer';
import { HtmlRenderer } from './html-renderer';
import { Letters } from './letters.service';

@Global()
@Module({
  providers: [{ provide: PageRenderer, useClass: HtmlRenderer }, Letters],
  exports: [PageRenderer, Letters],
})
export class UiModule {}
