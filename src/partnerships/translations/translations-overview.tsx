import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Content } from '../../ui/parts/content';
import { Form } from '../../ui/parts/form';
import { LanguagesOfText } from '../../ui/parts/languages-of-text';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { TRANSLATORS } from '../../translations/translation-paths';
import { editingPath } from '../editing/editing-frame';
import type { Partnership } from '../partnership.entity';
import { partnershipPath } from '../partnership-words';
import type { RecordText } from './record-texts.service';

interface TranslationsOverviewProps {
  row: Partnership;
  texts: readonly RecordText[];
  /** For organisers: how translations are reviewed. */
  rule?: FormState;
}

/** Every text of the record in every other language, each one click from where it is translated. */
export function TranslationsOverview({ row, texts, rule }: TranslationsOverviewProps) {
  const { t } = useLanguage();
  return (
    <>
      <section class="stack" aria-labelledby="translations">
        <SectionHead id="translations" title={t('partnerships:translation.title')} flush>
          {rule && <Link path={TRANSLATORS}>{t('translations:people.title')}</Link>}
        </SectionHead>
        <p class="soft">{t('partnerships:translation.lead')}</p>
        <p>
          <Link path={`${partnershipPath(row.slug)}/coverage`}>{t('translations:coverage.title')}</Link>
        </p>
        <ul class="list">
          {texts.map((text) => (
            <Item {...text} />
          ))}
        </ul>
      </section>
      {rule && <Rule slug={row.slug} state={rule} />}
    </>
  );
}

function Item({ part, number = 1, of, text, locale, languages }: RecordText) {
  const { t } = useLanguage();
  const title =
    part === 'record'
      ? t('partnerships:translation.record')
      : part === 'note'
        ? t('partnerships:note.numbered', { number })
        : t('partnerships:statement.numbered', { kind: t(`partnerships:kind.${part}`), number });
  return (
    <li id={`text-${of.id}`}>
      <h3 class="small soft">{title}</h3>
      <Content as="p" lang={locale} class="said">
        {text}
      </Content>
      <LanguagesOfText of={of} languages={languages} />
    </li>
  );
}

/** Who reviews what somebody has translated. */
function Rule({ slug, state }: { slug: string; state: FormState }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="review">
      <SectionHead id="review" title={t('partnerships:translation.review')} flush />
      <Form action={`${editingPath(slug, 'translations')}/review`} id="rule" state={state}>
        <Checkbox
          name="separateReview"
          label={t('partnerships:translation.separate')}
          hint={t('partnerships:translation.separate_hint')}
        />
        <div>
          <Button>{t('partnerships:editing.save')}</Button>
        </div>
      </Form>
    </section>
  );
}
