import type { ComponentChildren } from 'preact';
import type { TranslatableEntity, TranslationEntity } from '../../core/database/translation';
import { freshForm, type FormState } from '../../core/http/form';
import { ownName, type Locale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Merge } from '../../ui/parts/merge';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { TextState } from '../../ui/parts/text-state';
import { TextArea } from '../../ui/parts/text-area';
import { editingPath, theirsIn, type RefusedForm } from '../editing/editing-frame';
import type { Partnership } from '../partnership.entity';
import type { SourceNote } from '../source-notes/source-note.entity';
import type { Statement } from '../statements/statement.entity';
import { seenOf } from './translations';

interface TranslationEditingProps {
  row: Partnership;
  statements: Statement[];
  notes: SourceNote[];
  locale: Locale;
  refused?: RefusedForm;
}

/** Every text of the record beside a field for its translation; one small form each. */
export function TranslationEditing({ row, statements, notes, locale, refused }: TranslationEditingProps) {
  const { t } = useLanguage();
  const path = editingPath(row.slug, locale);
  const stateAt = (at: string) => (refused?.at === at ? { refused: refused.state } : {});
  return (
    <>
      <section class="stack" aria-labelledby="translation">
        <SectionHead
          id="translation"
          title={t('partnerships:translation.title', { language: ownName(locale) })}
          flush
        />
        <p class="soft">{t('partnerships:translation.lead')}</p>
      </section>
      <OneTranslation
        title={t('partnerships:translation.record')}
        owner={row}
        locale={locale}
        action={path}
        {...stateAt('record')}
        strings={[
          { name: 'name', label: t('partnerships:field.name'), original: row.name },
          { name: 'programme', label: t('partnerships:field.programme'), original: row.programme },
          { name: 'purpose', label: t('partnerships:field.purpose'), original: row.purpose },
        ]}
      />
      {statements.map((statement) => (
        <OneTranslation
          title={t('partnerships:statement.numbered', {
            kind: t(`partnerships:kind.${statement.kind}`),
            number: statement.number,
          })}
          owner={statement}
          locale={locale}
          action={`${path}/statements/${statement.id}`}
          {...stateAt(statement.id)}
          strings={[{ name: 'text', label: t('partnerships:statement.text'), original: statement.text }]}
        />
      ))}
      {notes.map((note) => (
        <OneTranslation
          title={t('partnerships:note.numbered', { number: note.number })}
          owner={note}
          locale={locale}
          action={`${path}/notes/${note.id}`}
          {...stateAt(note.id)}
          strings={[
            { name: 'issue', label: t('partnerships:note.issue'), original: note.issue },
            { name: 'treatment', label: t('partnerships:note.treatment'), original: note.treatment },
          ]}
        />
      ))}
    </>
  );
}

interface Translated {
  name: string;
  label: string;
  original: string | null;
}

interface OneTranslationProps {
  title: string;
  owner: TranslatableEntity & { id: string; translations?: TranslationEntity[] };
  locale: Locale;
  action: string;
  strings: Translated[];
  refused?: FormState;
}

function OneTranslation(props: OneTranslationProps) {
  const { title, owner, locale, action, refused } = props;
  const strings = props.strings.filter(({ original }) => original !== null);
  const id = `translate-${owner.id}`;
  if (owner.locale === locale) return null;
  return (
    <section class="one-translation stack" id={owner.id} aria-labelledby={id}>
      <SectionHead id={id} title={title} heading="h3" flush>
        <TranslationStanding owner={owner} locale={locale} />
      </SectionHead>
      {refused && theirsIn(refused) ? (
        <TranslationMerge {...props} strings={strings} yours={refused.values} />
      ) : (
        <TranslationForm {...props} strings={strings} action={action} />
      )}
    </section>
  );
}

function TranslationStanding({ owner, locale }: Pick<OneTranslationProps, 'owner' | 'locale'>) {
  const made = find(owner, locale);
  if (!made) return <TextState state="missing" />;
  const outdated = made.sourceRevision < owner.revision;
  return <Standing of={{ locale, state: made.status, outdated, originalLocale: owner.locale }} />;
}

function TranslationForm({ owner, locale, action, strings, refused }: OneTranslationProps) {
  const { t } = useLanguage();
  const made = translationOf(owner, locale);
  const texts = strings.map(({ name }) => [name, made[name] ?? '']);
  const known: Record<string, string> = Object.fromEntries(texts) as Record<string, string>;
  const state = freshForm({ ...known, revision: String(owner.revision), seen: seenIn(owner, locale) });
  return (
    <Form action={action} id={`form-${owner.id}`} state={refused ?? state}>
      <Hidden name="revision" />
      <Hidden name="seen" />
      {strings.map(({ name, label, original }) => (
        <Beside original={original ?? ''} lang={owner.locale}>
          <TextArea
            name={name}
            label={`${label}: ${ownName(locale)}`}
            lang={locale}
            optional={name === 'programme' || name === 'purpose'}
            rows={name === 'name' ? 2 : 4}
            published
          />
        </Beside>
      ))}
      <div>
        <Button>{t('partnerships:translation.save')}</Button>
      </div>
    </Form>
  );
}

function Beside({
  original,
  lang,
  children,
}: {
  original: string;
  lang: Locale;
  children: ComponentChildren;
}) {
  const { t } = useLanguage();
  return (
    <div class="side-by-side">
      <div class="stack stack-tight">
        <span class="small soft">
          {t('partnerships:translation.original')}: <span lang={lang}>{ownName(lang)}</span>
        </span>
        <Content as="p" lang={lang} class="said">
          {original}
        </Content>
      </div>
      {children}
    </div>
  );
}

function TranslationMerge({
  owner,
  locale,
  action,
  strings,
  yours,
}: OneTranslationProps & { yours: Record<string, string> }) {
  const made = translationOf(owner, locale);
  return (
    <Merge
      action={action}
      revision={owner.revision}
      cancelPath={action.split('/').slice(0, 6).join('/')}
      hidden={{ seen: seenIn(owner, locale) }}
      fields={strings.map(({ name, label }) => ({
        ...{ name, label, theirs: made[name] ?? '', yours: yours[name] ?? '', lang: locale, long: true },
      }))}
    />
  );
}

const find = (owner: OneTranslationProps['owner'], locale: Locale): TranslationEntity | undefined =>
  owner.translations?.find((translation) => translation.locale === locale);

/** The strings of the translation as it stands, by name. */
const translationOf = (
  owner: OneTranslationProps['owner'],
  locale: Locale,
): Partial<Record<string, string | null>> =>
  ({ ...find(owner, locale) }) as Partial<Record<string, string | null>>;

const seenIn = (owner: OneTranslationProps['owner'], locale: Locale): string => seenOf(find(owner, locale));
