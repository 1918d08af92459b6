import { useLanguage, useReading } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Form } from '../ui/parts/form';
import { roomPath } from './room-paths';

/** Switches translations off in this room, or on again. */
export function ReadingChoice({ slug, originals }: { slug: string; originals: boolean }) {
  const { t } = useLanguage();
  const { person, path } = useReading();
  if (!person) return null;
  return (
    <Form action={`${roomPath(slug)}/reading?next=${encodeURIComponent(path)}`} class="menu-form">
      <input type="hidden" name="originals" value={originals ? 'false' : 'true'} />
      <Button kind="plain">
        {originals ? t('rooms:reading.translations') : t('rooms:reading.originals')}
      </Button>
    </Form>
  );
}
