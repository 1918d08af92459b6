import { Conflict } from '../core/errors/refusal';
import type { FormState } from '../core/http/form';
import type { Text } from '../core/texts/text-kind';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Facts } from '../ui/parts/facts';
import { Form } from '../ui/parts/form';
import { Hidden } from '../ui/parts/hidden';
import { Link } from '../ui/parts/link';
import { Merge } from '../ui/parts/merge';
import { SectionHead } from '../ui/parts/section-head';
import { Standing } from '../ui/parts/standing';
import { TitleBlock } from '../ui/parts/title-block';
import { WeightChoice } from '../ui/parts/weight-choice';
import { PATHS } from '../ui/paths';
import { DocumentLink } from './document-link';
import { CONSENTS } from './file.entity';
import { FactFields } from './file-fields';
import type { OwnFileView } from './file.schema';
import { endingOf } from './intake/file-types';
import { Picture } from './picture';
import { weightOf } from './sizes';

interface FilePageProps {
  view: OwnFileView;
  /** The texts that use it, as far as the reader may read them. */
  texts: Text[];
  form: FormState;
  removing: FormState;
}

/** One file: what it is, what is known of it, where it is used, and the form to say more. */
export function FilePage({ view, texts, form, removing }: FilePageProps) {
  const { t } = useLanguage();
  const image = view.width !== null;
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={view.name} />
      {image ? (
        <figure class="file-shown">
          <Picture file={view} sizes="(min-width: 64rem) 60rem, 100vw" />
          {view.alt && <Shows view={view} alt={view.alt} />}
        </figure>
      ) : (
        <p>
          <DocumentLink file={view} />
        </p>
      )}
      <Known view={view} />
      {texts.length > 0 && <UsedIn texts={texts} />}
      {view.can.edit && <Editing view={view} form={form} />}
      {view.can.remove && (
        <section class="stack" aria-labelledby="remove-title">
          <SectionHead id="remove-title" title={t('files:remove.title')} />
          <p class="soft">{t('files:remove.lead')}</p>
          <Form action={`${PATHS.files}/${view.id}/remove`} id="remove" state={removing}>
            <div>
              <Button kind="danger" small>
                {t('files:remove.send')}
              </Button>
            </div>
          </Form>
        </section>
      )}
    </div>
  );
}

function Shows({ view, alt }: { view: OwnFileView; alt: NonNullable<OwnFileView['alt']> }) {
  return (
    <figcaption class="small">
      <span lang={alt.locale}>{alt.text}</span> <Standing of={alt} text={{ kind: 'file', id: view.id }} />
    </figcaption>
  );
}

function Known({ view }: { view: OwnFileView }) {
  const language = useLanguage();
  const { t } = language;
  const { type, size, width, height, credit, licence, consent, uploadedAt } = view;
  return (
    <Facts
      facts={[
        {
          label: t('files:fact.type'),
          value: `${endingOf(type).toUpperCase()}, ${weightOf(size, language)}`,
        },
        {
          label: t('files:fact.pixels'),
          value: width !== null && `${language.number(width)} × ${language.number(height ?? 0)}`,
        },
        { label: t('files:fact.uploaded'), value: language.date(uploadedAt) },
        { label: t('files:field.credit'), value: credit },
        { label: t('files:field.licence'), value: licence },
        { label: t('files:field.consent'), value: consent && t(`files:consent.${consent}`) },
      ]}
    />
  );
}

function UsedIn({ texts }: { texts: Text[] }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="used-in">
      <SectionHead id="used-in" title={t('files:used_in')} />
      <ul class="list">
        {texts.map(({ title, titleLocale, path }) => (
          <li class="list-row">
            <Link path={path} lang={titleLocale}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Editing({ view, form }: { view: OwnFileView; form: FormState }) {
  const { t } = useLanguage();
  const action = `${PATHS.files}/${view.id}`;
  const image = view.width !== null;
  return (
    <section class="stack" aria-labelledby="edit-title">
      <SectionHead id="edit-title" title={t('files:edit.title')} />
      {form.refusal instanceof Conflict && form.refusal.theirs ? (
        <FileMerge action={action} theirs={form.refusal.theirs} yours={form.values} />
      ) : (
        <Form action={action} id="edit" state={form}>
          <Hidden name="revision" />
          <FactFields image={image} />
          {image ? <WeightChoice /> : <Hidden name="weight" value="meaning" />}
          <div>
            <Button kind="main">{t('files:edit.save')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}

type Theirs = NonNullable<Conflict['theirs']>;

function FileMerge({
  action,
  theirs,
  yours,
}: {
  action: string;
  theirs: Theirs;
  yours: Record<string, string>;
}) {
  const { t } = useLanguage();
  const field = (name: 'alt' | 'credit' | 'licence' | 'consent') => ({
    name,
    label: t(`files:field.${name}`),
    theirs: typeof theirs[name] === 'string' ? theirs[name] : '',
    yours: yours[name] ?? '',
  });
  const consents = CONSENTS.map((value) => ({ value, label: t(`files:consent.${value}`) }));
  const options = [{ value: '', label: t('files:consent.unknown') }, ...consents];
  return (
    <Merge
      action={action}
      revision={theirs.revision}
      cancelPath={action}
      hidden={{ locale: yours['locale'] ?? '', weight: yours['weight'] ?? 'meaning' }}
      fields={[
        { ...field('alt'), long: true },
        field('credit'),
        field('licence'),
        { ...field('consent'), options },
      ]}
    />
  );
}
