import type { FormState } from '../core/http/form';
import { useHref, useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { EmptyState } from '../ui/parts/empty-state';
import { Form } from '../ui/parts/form';
import { Pages } from '../ui/parts/pages';
import { SectionHead } from '../ui/parts/section-head';
import { TitleBlock } from '../ui/parts/title-block';
import { PATHS } from '../ui/paths';
import { BringFields } from './file-fields';
import type { OwnFiles, OwnFileView } from './file.schema';
import { endingOf } from './intake/file-types';
import { Picture } from './picture';
import { weightOf } from './sizes';

interface OwnFilesProps {
  own: OwnFiles;
  form: FormState;
  /** Bytes. */
  limit: number;
}

/** What one has brought, and a form to bring another. */
export function OwnFilesPage({ own, form, limit }: OwnFilesProps) {
  const { t } = useLanguage();
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('files:own.title')} lead={t('files:own.lead')} />
      <section class="stack" aria-labelledby="bring-title">
        <SectionHead id="bring-title" title={t('files:bring.title')} flush />
        <Form action={PATHS.files} id="bring" state={form} files>
          <BringFields limit={limit} />
          <div>
            <Button kind="main">{t('files:bring.send')}</Button>
          </div>
        </Form>
      </section>
      <section aria-labelledby="own-files">
        <SectionHead id="own-files" title={t('files:own.list')} />
        {own.files.length === 0 && <EmptyState title={t('files:own.none')} />}
        <ul class="file-shelf">
          {own.files.map((file) => (
            <Shelved file={file} />
          ))}
        </ul>
        <Pages page={own.page} pages={own.pages} path={(number) => `${PATHS.files}?page=${number}`} />
      </section>
    </div>
  );
}

function Shelved({ file }: { file: OwnFileView }) {
  const language = useLanguage();
  const { t } = language;
  const href = useHref();
  const { id, name, type, size, width, alt, used } = file;
  return (
    <li>
      <a href={href(`${PATHS.files}/${id}`)}>
        <span class="file-thumb" aria-hidden="true">
          {width === null ? (
            endingOf(type).toUpperCase()
          ) : (
            <Picture file={{ ...file, alt: null }} sizes="12rem" />
          )}
        </span>
        <span class="file-name">{name}</span>
      </a>
      <span class="small soft dots">
        <span>{weightOf(size, language)}</span>
        <span>{used ? t('files:own.used') : t('files:own.unused')}</span>
        {width !== null && !alt && <span>{t('files:own.no_alt')}</span>}
      </span>
    </li>
  );
}
