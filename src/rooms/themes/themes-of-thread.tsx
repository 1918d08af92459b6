import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import { threadPath } from '../room-paths';
import type { Thread } from '../threads/thread.entity';
import { ThemeBoxes } from './theme-boxes';

/** Says what a thread is about. */
export function ThemesOfThread({ thread, form }: { thread: Thread; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:themes.title')} above={<span lang={thread.locale}>{thread.title}</span>} />
      <Form action={`${threadPath(thread.id)}/themes`} state={form} class="stack long-form">
        <ThemeBoxes />
        <div class="row row-center">
          <Button kind="main">{t('rooms:save')}</Button>
          <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
