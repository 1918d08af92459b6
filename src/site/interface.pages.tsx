import { Controller, Get } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { HubDescription } from '../core/http/hub-description.service';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { InterfaceDescription } from './interface';

/** The description of the API for people; programs take /api/openapi.json. */
@Controller(':locale/api')
@Public()
export class InterfacePages {
  constructor(private readonly description: HubDescription) {}

  @Get()
  show(@CurrentReader() { language }: Reader) {
    return page({
      title: language.t('site:interface.title'),
      body: <InterfaceDescription description={this.description.document} />,
    });
  }
}
