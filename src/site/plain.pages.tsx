import { Controller, Get } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { Config } from '../core/config/config';
import { NotFound } from '../core/errors/refusal';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import type { Key } from '../core/i18n/keys';
import { machineOf } from '../core/texts/origin';
import { hostOf } from '../translations/machine/machine-host';
import { Styleguide } from '../ui/styleguide';
import { PlainPage, type PlainSection } from './plain';

const ABOUT: PlainSection[] = [
  {
    title: 'site:about.rooms.title',
    paragraphs: ['site:about.rooms.text'],
    link: { path: '/rooms', words: 'site:about.rooms.link' },
  },
  {
    title: 'site:about.languages.title',
    paragraphs: ['site:about.languages.text', 'site:about.languages.states'],
  },
  {
    title: 'site:about.code.title',
    paragraphs: ['site:about.code.text'],
    link: { path: '/api', words: 'site:about.code.link' },
  },
];

const ACCESSIBILITY: PlainSection[] = [
  {
    title: 'site:accessibility.status.title',
    paragraphs: ['site:accessibility.status.text', 'site:accessibility.status.how'],
  },
  {
    title: 'site:accessibility.gaps.title',
    paragraphs: ['site:accessibility.gaps.content', 'site:accessibility.gaps.words'],
  },
  {
    title: 'site:accessibility.contact.title',
    paragraphs: ['site:accessibility.contact.text'],
    link: { path: '/contact?about=accessibility', words: 'site:accessibility.contact.link' },
  },
  { title: 'site:accessibility.enforcement.title', paragraphs: ['site:accessibility.enforcement.text'] },
];

const PRIVACY: PlainSection[] = [
  {
    title: 'site:privacy.account.title',
    paragraphs: ['site:privacy.account.text', 'site:privacy.account.cookie'],
  },
  { title: 'site:privacy.posts.title', paragraphs: ['site:privacy.posts.text'] },
  { title: 'site:privacy.presence.title', paragraphs: ['site:privacy.presence.text'] },
];

const RIGHTS: PlainSection = {
  title: 'site:privacy.rights.title',
  paragraphs: ['site:privacy.rights.text'],
  link: { path: '/contact?about=privacy', words: 'site:privacy.rights.link' },
};

const SENT = {
  public: 'site:privacy.machine.what_public',
  members: 'site:privacy.machine.what_members',
  all: 'site:privacy.machine.what_all',
} as const;

/** Pages of the hub's own words. */
@Controller(':locale')
@Public()
export class PlainPages {
  constructor(private readonly config: Config) {}

  @Get('about')
  about(@CurrentReader() reader: Reader) {
    return this.plain(reader, 'site:about.title', 'site:about.lead', ABOUT);
  }

  @Get('accessibility')
  accessibility(@CurrentReader() reader: Reader) {
    return this.plain(reader, 'site:accessibility.title', 'site:accessibility.lead', ACCESSIBILITY);
  }

  @Get('privacy')
  privacy(@CurrentReader() reader: Reader) {
    const sections = [...PRIVACY, ...this.machine(), RIGHTS];
    return this.plain(reader, 'site:privacy.title', 'site:privacy.lead', sections);
  }

  /** Every part in every state; for those who build the hub. */
  @Get('styleguide')
  styleguide(@CurrentReader() { language }: Reader) {
    if (this.config.production) throw new NotFound();
    return page({
      title: language.t('ui:styleguide.title'),
      body: <Styleguide />,
      hidden: true,
      scripts: ['editor'],
    });
  }

  /** What is sent to whom, where anything is. */
  private machine(): PlainSection[] {
    const { machine } = this.config;
    if (!machine) return [];
    const values = { provider: machineOf(`machine:${machine.provider}`) ?? '', host: hostOf(machine) };
    return [
      {
        title: 'site:privacy.machine.title',
        paragraphs: [
          'site:privacy.machine.text',
          { words: 'site:privacy.machine.who', values },
          SENT[machine.rooms],
        ],
      },
    ];
  }

  private plain({ language }: Reader, title: Key, lead: Key, sections: PlainSection[]) {
    return page({
      title: language.t(title),
      body: <PlainPage title={title} lead={lead} sections={sections} />,
    });
  }
}
