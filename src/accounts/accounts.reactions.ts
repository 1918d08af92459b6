import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../core/config/config';
import { Language } from '../core/i18n/language';
import type { Entry, EntryName, Fact } from '../core/journal/entry';
import { Later, Now } from '../core/journal/reactions';
import { Sockets } from '../core/realtime/sockets.gateway';
import { Letters } from '../ui/letters.service';
import { PATHS } from '../ui/paths';
import { MailLinks, type LinkPurpose } from './mail-links.service';
import { People } from './people.service';
import type { Person } from './person.entity';

const ASKED_FOR: EntryName[] = [
  'person.signed_up',
  'person.signed_up_again',
  'person.confirmation_requested',
  'person.reset_requested',
];
const MOST_AN_HOUR = 6;

/** What follows when accounts change: mails to their owner, and closed doors. */
@Injectable()
export class AccountsReactions {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly people: People,
    private readonly links: MailLinks,
    private readonly letters: Letters,
    private readonly sockets: Sockets,
  ) {}

  @Later('person.signed_up', 'person.confirmation_requested')
  async askToConfirm(entry: Entry): Promise<void> {
    const person = await this.receiver(entry);
    if (!person || person.confirmedAt) return;
    const { t } = Language.of(person.locale);
    await this.letters.send({
      ...addressed(person),
      subject: t('mail:confirm.subject'),
      paragraphs: [t('mail:confirm.words'), t('mail:confirm.not_you')],
      action: { label: t('mail:confirm.action'), url: await this.link(person, 'confirm') },
    });
  }

  @Later('person.signed_up_again')
  async tellOwner(entry: Entry): Promise<void> {
    const person = await this.receiver(entry);
    if (!person) return;
    const { t } = Language.of(person.locale);
    await this.letters.send({
      ...addressed(person),
      subject: t('mail:known.subject'),
      paragraphs: [t('mail:known.words'), t('mail:known.not_you')],
      action: { label: t('mail:known.action'), url: this.address(person, PATHS.signIn) },
    });
  }

  @Later('person.reset_requested')
  async sendReset(entry: Entry): Promise<void> {
    const person = await this.receiver(entry);
    if (!person) return;
    const { t } = Language.of(person.locale);
    await this.letters.send({
      ...addressed(person),
      subject: t('mail:reset.subject'),
      paragraphs: [t('mail:reset.words'), t('mail:reset.not_you')],
      action: { label: t('mail:reset.action'), url: await this.link(person, 'reset') },
    });
  }

  /** So that she hears of it when it was somebody else. */
  @Later('person.password_changed')
  async tellOfPassword(entry: Entry): Promise<void> {
    const person = await this.people.byId(entry.subject.id);
    if (!person) return;
    const { t } = Language.of(person.locale);
    await this.letters.send({
      ...addressed(person),
      subject: t('mail:changed.subject'),
      paragraphs: [t('mail:changed.words'), t('mail:changed.not_you')],
      action: {
        label: t('mail:changed.action'),
        url: this.address(person, '/forgotten-password'),
      },
    });
  }

  /** Within a second nobody hears anything through a session or token that has ended. */
  @Now('session.ended', 'token.revoked')
  closeSockets(fact: Fact): void {
    this.sockets.closeCredential(fact.subject.id);
  }

  /** Anybody can ask for mails to an address: nobody gets more than a few an hour that way. */
  private async receiver({ id, subject }: Entry): Promise<Person | null> {
    const [{ asked }] = await this.database.query<[{ asked: number }]>(
      `select count(*)::int as asked from journal where subject_id = $1 and id <= $2 and name = any($3)
         and at > (select at from journal where subject_id = $1 and id = $2) - interval '1 hour'`,
      [subject.id, id, ASKED_FOR],
    );
    return asked > MOST_AN_HOUR ? null : this.people.byId(subject.id);
  }

  /** Made here, where the mail is written: the secret stands in the mail and nowhere else. */
  private async link(person: Person, purpose: LinkPurpose): Promise<string> {
    const path = purpose === 'confirm' ? '/confirm' : '/reset-password';
    return this.address(person, `${path}/${await this.links.make(person.id, purpose)}`);
  }

  private address(person: Person, path: string): string {
    return `${this.config.baseUrl}/${person.locale}${path}`;
  }
}

const addressed = ({ email, locale }: Person) => ({ to: email, locale });
