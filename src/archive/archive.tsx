import { freshForm, type FormState } from '../core/http/form';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Form } from '../ui/parts/form';
import { Link } from '../ui/parts/link';
import { Notice } from '../ui/parts/notice';
import { Progress } from '../ui/parts/progress';
import { SectionHead } from '../ui/parts/section-head';
import { editingPath } from '../partnerships/editing/editing-frame';
import type { Archive } from './archives.service';

interface ArchiveBodyProps {
  slug: string;
  /** The newest first. */
  archives: Archive[];
  state?: FormState;
}

const MEGABYTE = 1_000_000;

/** What an archive is, the one that there is, the one that is being made, and the button. */
export function ArchiveBody({ slug, archives, state }: ArchiveBodyProps) {
  const { t } = useLanguage();
  const [newest] = archives;
  const ready = archives.find((each) => each.state === 'ready');
  const working = newest && (newest.state === 'waiting' || newest.state === 'writing');
  return (
    <section class="stack" aria-labelledby="archive">
      <SectionHead id="archive" title={t('archive:page.title')} flush />
      <p class="soft">{t('archive:page.lead')}</p>
      {ready && <Ready slug={slug} archive={ready} />}
      {newest?.state === 'failed' && <Notice kind="red">{t('archive:page.failed')}</Notice>}
      {working ? (
        <Working slug={slug} archive={newest} />
      ) : (
        <Form action={editingPath(slug, 'archive')} state={state ?? freshForm()}>
          <div>
            <Button>{t(ready ? 'archive:page.again' : 'archive:page.make')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}

function Ready({ slug, archive }: { slug: string; archive: Archive }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div class="stack stack-tight">
      <p>
        <Link path={`${editingPath(slug, 'archive')}/${archive.id}`}>{t('archive:page.take')}</Link>
      </p>
      <p class="small soft dots">
        <span>{language.date(archive.finishedAt!)}</span>
        <span>{t('archive:page.pages', { count: archive.pages! })}</span>
        <span>{t('archive:page.size', { size: language.number(Math.ceil(archive.bytes! / MEGABYTE)) })}</span>
      </p>
    </div>
  );
}

function Working({ slug, archive }: { slug: string; archive: Archive }) {
  const { t, percent } = useWords();
  return (
    <div class="stack stack-tight" role="status">
      <p>{t(archive.state === 'waiting' ? 'archive:page.waiting' : 'archive:page.writing')}</p>
      <Progress done={archive.done} label={percent(archive.done)} />
      <p class="small soft dots">
        <span>{percent(archive.done)}</span>
        <span>{t('archive:page.leave')}</span>
        <span>
          <Link path={editingPath(slug, 'archive')}>{t('archive:page.look')}</Link>
        </span>
      </p>
    </div>
  );
}

function useWords() {
  const language = useLanguage();
  return { t: language.t, percent: (share: number) => language.percent(share, 0) };
}
