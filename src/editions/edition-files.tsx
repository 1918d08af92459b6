import { useHref, useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Form } from '../ui/parts/form';
import { Progress } from '../ui/parts/progress';
import type { Key } from '../core/i18n/keys';
import type { Format } from './building/format';
import type { Edition, EditionFile } from './edition';
import { editionPath, inOrder } from './edition-views';

interface EditionFilesProps {
  handbook: string;
  edition: Edition;
  files: readonly EditionFile[];
}

/** What most readers want. */
const USUAL = new Set<Format>(['pdf-a4', 'epub']);

/** What is there to be had, in one line. */
export function EditionFileLinks({
  handbook,
  edition,
  files,
  short,
}: EditionFilesProps & { short?: boolean }) {
  const { t } = useLanguage();
  const ready = inOrder(files).filter(
    ({ state, format }) => state === 'ready' && (!short || USUAL.has(format)),
  );
  if (ready.length === 0) return <p class="small soft">{t('editions:none_ready')}</p>;
  return (
    <ul class="row small">
      {ready.map((file) => (
        <li>
          <FileLink handbook={handbook} edition={edition} file={file} />
        </li>
      ))}
    </ul>
  );
}

/** Every format: what it is good for, how far it is, and the file. */
export function EditionFileList({
  handbook,
  edition,
  files,
  mayFreeze,
}: EditionFilesProps & { mayFreeze: boolean }) {
  const { t } = useLanguage();
  return (
    <ul
      class="list"
      data-progress={`/api/v1/handbooks/${handbook}/editions/${edition.locale}/${edition.number}`}
    >
      {inOrder(files).map((file) => (
        <li class="stack stack-tight" data-format={file.format}>
          <FileLink handbook={handbook} edition={edition} file={file} />
          <p class="small soft">{t(`editions:format.${file.format}.use`)}</p>
          <FileState handbook={handbook} edition={edition} file={file} mayFreeze={mayFreeze} />
        </li>
      ))}
    </ul>
  );
}

interface OneFileProps extends Omit<EditionFilesProps, 'files'> {
  file: EditionFile;
}

function FileLink({ handbook, edition, file: { format, state, bytes } }: OneFileProps) {
  const language = useLanguage();
  const href = useHref();
  const name = language.t(`editions:format.${format}.name`);
  if (state !== 'ready') return <span>{name}</span>;
  return (
    <a href={href(`${editionPath(handbook, edition)}/${format}`)} download>
      {name} <span class="num">({language.fileSize(bytes ?? 0)})</span>
    </a>
  );
}

function FileState({ handbook, edition, file, mayFreeze }: OneFileProps & { mayFreeze: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const { format, state, done, problem } = file;
  if (state === 'ready') return null;
  if (state === 'failed')
    return (
      <div class="stack stack-tight">
        <p class="small error">{t((problem ?? 'editions:problem.failed') as Key)}</p>
        {mayFreeze && (
          <Form action={`${editionPath(handbook, edition)}/${format}`} id={`again-${format}`}>
            <Button small>{t('editions:again')}</Button>
          </Form>
        )}
      </div>
    );
  return (
    <div class="stack stack-tight" data-working>
      <Progress done={done} />
      <p class="small soft" data-words>
        {state === 'waiting'
          ? t('editions:state.waiting')
          : t('editions:state.building', { share: language.percent(done, 0) })}
      </p>
    </div>
  );
}
