import { freshForm, type FormState } from '../../core/http/form';
import { Picture } from '../../files/picture';
import type { FileView } from '../../files/file.schema';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { PATHS } from '../../ui/paths';
import { picturesPath, stepPath } from './case-paths';

interface PicturesPageProps {
  slug: string;
  used: FileView[];
  others: FileView[];
  refused?: FormState;
}

export const pictureBox = (id: string): string => `file_${id}`;

/** Which of one's images a case shows. */
export function PicturesPage({ slug, used, others, refused }: PicturesPageProps) {
  const { t } = useLanguage();
  const ticked = Object.fromEntries(used.map(({ id }) => [pictureBox(id), 'true']));
  const images = [...used, ...others];
  return (
    <>
      <div class="stack stack-tight">
        <h2>{t('practices:pictures.title')}</h2>
        <p class="soft">{t('practices:pictures.lead')}</p>
        <p>
          <ButtonLink path={PATHS.files} small>
            {t('practices:pictures.bring')}
          </ButtonLink>
        </p>
      </div>
      {images.length === 0 && <EmptyState title={t('practices:pictures.none')} />}
      <Form action={picturesPath(slug)} id="pictures" state={refused ?? freshForm(ticked)}>
        <ul class="practice-pictures">
          {images.map((file) => (
            <li>
              <Picture file={file} sizes="16rem" />
              <Checkbox name={pictureBox(file.id)} label={file.name} />
              <p class="small soft">{file.credit ?? t('practices:pictures.no_credit')}</p>
            </li>
          ))}
        </ul>
        <div class="row row-center">
          {images.length > 0 && <Button kind="main">{t('practices:form.save')}</Button>}
          <Link path={stepPath(slug, 'more')}>{t('practices:form.back')}</Link>
        </div>
      </Form>
    </>
  );
}
