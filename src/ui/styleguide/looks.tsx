import { useLanguage } from '../language';
import { Button, ButtonLink } from '../parts/button';
import { Link } from '../parts/link';
import { LiveMark } from '../parts/marks';
import { Menu } from '../parts/menu';
import { Said } from '../parts/said';
import { Section } from './section';

const COLOURS = [
  ...['paper', 'sheet', 'wash', 'ink', 'ink-soft', 'line', 'line-strong'],
  ...['accent', 'accent-deep', 'accent-line', 'accent-wash', 'amber', 'red'],
];

const ACCENTS = ['green', 'violet', 'red', 'amber', 'blue', 'teal', 'rose', 'olive'];

export function Colours() {
  const { t } = useLanguage();
  return (
    <Section id="colour" title={t('ui:styleguide.colour')}>
      <ul class="swatches">
        {COLOURS.map((name) => (
          <li>
            <i class={`c-${name}`} />
            <code class="small">--{name}</code>
          </li>
        ))}
      </ul>
      <h3 class="gap-above">{t('ui:styleguide.accents')}</h3>
      <ul class="shelf">
        {ACCENTS.map((accent) => (
          <li class="swatch stack stack-tight" data-accent={accent}>
            <code class="small">{accent}</code>
            <span class="row row-center">
              <ButtonLink path="/rooms" kind="main" small>
                {t('ui:styleguide.publish')}
              </ButtonLink>
              <Link path="/rooms">{t('ui:styleguide.as_link')}</Link>
              <LiveMark />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Type() {
  const { t, locale } = useLanguage();
  return (
    <Section id="type" title={t('ui:styleguide.type')}>
      <div class="stack">
        <Said lang={locale} large>
          {t('ui:styleguide.type_large')}
        </Said>
        <Said lang={locale} path="/rooms">
          {t('ui:styleguide.room_question')}
        </Said>
        <p class="lead">
          {t('ui:styleguide.type_lead')} å ä ö č š ž ć đ à è é ì ò ù, <em>å ä ö č š ž à è ì ò ù</em>
        </p>
        <p>
          {t('ui:styleguide.type_body')} å ä ö č š ž ć đ à è é ì ò ù, <em>å ä ö č š ž</em>, <b>å ä ö č š ž</b>
          . »…« «…» ”…” “…” − 256.208,82 €
        </p>
        <p class="small soft">{t('ui:styleguide.type_small')}</p>
      </div>
    </Section>
  );
}

export function Buttons() {
  const { t } = useLanguage();
  return (
    <Section id="buttons" title={t('ui:styleguide.buttons')}>
      <div class="row row-center">
        <Button type="button" kind="main">
          {t('ui:styleguide.publish')}
        </Button>
        <Button type="button">{t('ui:styleguide.save_draft')}</Button>
        <Button type="button" kind="danger">
          {t('ui:styleguide.delete')}
        </Button>
        <Button type="button" disabled>
          {t('ui:styleguide.closed')}
        </Button>
        <Button type="button" small>
          {t('ui:styleguide.small')}
        </Button>
        <Button type="button" kind="plain">
          {t('ui:styleguide.as_link')}
        </Button>
        <Button type="button" kind="react" pressed={true}>
          {t('ui:styleguide.useful', { count: 4 })}
        </Button>
        <Button type="button" kind="react" pressed={false}>
          {t('ui:styleguide.agree', { count: 6 })}
        </Button>
        <Menu label={t('ui:styleguide.export')}>
          <Link path="/styleguide#table">{t('ui:styleguide.as_table')}</Link>
          <Link path="/styleguide#type">{t('ui:styleguide.as_document')}</Link>
        </Menu>
      </div>
    </Section>
  );
}
