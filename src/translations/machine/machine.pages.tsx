import { Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PATHS } from '../../ui/paths';
import { MachineOverview } from './machine-overview.service';
import { MachinePage } from './machine';

@SignedIn()
@Controller(':locale/machine-translation')
export class MachinePages {
  constructor(private readonly overview: MachineOverview) {}

  /** What is sent to a machine, what has come back, what waits; for administrators. */
  @Get()
  async show(@CurrentReader() { actor, language }: Reader) {
    const machine = await this.overview.view(actor);
    return page({
      title: language.t('translations:machine.title'),
      body: <MachinePage machine={machine} />,
      path: PATHS.machine,
      hidden: true,
    });
  }

  /** Has everything translated that nobody has translated yet. */
  @Post('missing')
  async askForAll(@CurrentReader() { actor }: Reader) {
    await this.overview.askForAll(actor);
    return seeOther(PATHS.machine, 'translations:machine.asked');
  }

  /** Sends once more what was refused. */
  @Post('refused')
  async askAgain(@CurrentReader() { actor }: Reader) {
    await this.overview.askAgain(actor);
    return seeOther(PATHS.machine, 'translations:machine.asked');
  }
}
