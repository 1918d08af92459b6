import { Controller, Get } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { HomePage } from './home';
import { Home } from './home.service';

@Controller(':locale')
@Public()
export class HomePages {
  constructor(private readonly home: Home) {}

  /** What is going on right now, and where. */
  @Get()
  async show(@CurrentReader() reader: Reader) {
    const view = await this.home.view(reader);
    return page({
      title: reader.language.t('site:home.title'),
      body: <HomePage view={view} />,
      section: 'home',
      funding: view.funding,
      path: '/',
    });
  }
}
