import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { Button } from '../parts/button';
import { Content } from '../parts/content';
import { Presence } from '../parts/presence';
import { Seat } from '../parts/seat';
import { TextState } from '../parts/text-state';
import { Time } from '../parts/time';
import { MarkdownSample } from './markdown';
import { MOMENT, otherLanguage } from './samples';
import { Section } from './section';

export function Room() {
  const { t } = useLanguage();
  const present = ['A', 'B', 'C'].map((letter) => ({
    id: letter,
    initials: letter,
    name: t('ui:styleguide.person', { letter }),
    organisation: t('ui:styleguide.organisation'),
    own: letter === 'C',
  }));
  return (
    <Section id="room" title={t('ui:styleguide.room')}>
      <div class="split split-room">
        <div class="stack">
          <Log />
          <Button type="button" class="new-posts">
            {t('ui:styleguide.new_posts')}
          </Button>
          <p class="typing">
            <i>{t('ui:styleguide.typing')}</i>
          </p>
          <Composer />
        </div>
        <Presence people={present} />
      </div>
    </Section>
  );
}

function Log() {
  const { t, locale } = useLanguage();
  const other = otherLanguage(locale);
  return (
    <div class="log" role="log" aria-label={t('ui:styleguide.log')} tabIndex={0}>
      <p class="line-mark">{t('ui:styleguide.day')}</p>
      <Post letter="A">
        <TextState state="original" originalLocale={locale} />
        <MarkdownSample />
        <Reactions />
      </Post>
      <Post letter="B">
        <div class="by-machine">
          <TextState state="machine" originalLocale={other.locale} />
          <Content as="p" lang={locale}>
            {t('ui:styleguide.post_talk')}
          </Content>
          <details>
            <summary class="small">{t('ui:styleguide.show_original')}</summary>
            <Content as="p" lang={other.locale}>
              {other.t('ui:styleguide.post_talk')}
            </Content>
          </details>
        </div>
      </Post>
      <p class="line-mark unread">{t('ui:mark.unread', { count: 2 })}</p>
      <Post letter="C" own>
        <Content as="p" lang={locale}>
          {t('ui:styleguide.post_quote')}
        </Content>
        <p class="small soft">{t('ui:styleguide.sending')}</p>
      </Post>
      <Post letter="C" own failed>
        <Content as="p" lang={locale}>
          {t('ui:styleguide.post_quote')}
        </Content>
        <p class="row small">
          <strong class="error">{t('ui:styleguide.failed')}</strong>
          <Button type="button" kind="plain">
            {t('ui:styleguide.retry')}
          </Button>
          <Button type="button" kind="plain">
            {t('ui:styleguide.delete')}
          </Button>
        </p>
      </Post>
    </div>
  );
}

interface PostProps {
  letter: string;
  own?: boolean;
  failed?: boolean;
  children: ComponentChildren;
}

function Post({ letter, own, failed, children }: PostProps) {
  const { t } = useLanguage();
  return (
    <article class={['post', own && 'post-own', failed && 'post-failed'].filter(Boolean).join(' ')}>
      <Seat initials={letter} own={own} />
      <div class="body">
        <header class="post-head">
          <h3 class="who">{own ? t('ui:presence.you') : t('ui:styleguide.person', { letter })}</h3>
          <span class="small soft">{t('ui:styleguide.organisation')}</span>
          <Time value={MOMENT} as="time" class="small soft" />
        </header>
        {children}
      </div>
    </article>
  );
}

function Reactions() {
  const { t } = useLanguage();
  return (
    <div class="post-foot">
      <Button type="button" kind="react" pressed={true}>
        {t('ui:styleguide.useful', { count: 4 })}
      </Button>
      <Button type="button" kind="react" pressed={false}>
        {t('ui:styleguide.agree', { count: 6 })}
      </Button>
      <Button type="button" kind="plain">
        {t('ui:styleguide.reply')}
      </Button>
      <Button type="button" kind="plain">
        {t('ui:styleguide.quote')}
      </Button>
    </div>
  );
}

function Composer() {
  const { t, locale } = useLanguage();
  return (
    <div class="composer">
      <textarea aria-label={t('ui:styleguide.write')} lang={locale} />
      <div class="toolbar">
        <span class="small soft">{t('ui:styleguide.others_read')}</span>
        <Button type="button" kind="main" class="end">
          {t('ui:styleguide.send')}
        </Button>
      </div>
    </div>
  );
}
