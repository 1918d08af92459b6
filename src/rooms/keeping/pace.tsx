import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { TextArea } from '../../ui/parts/text-area';
import type { Room } from '../room.entity';
import type { RoomView } from '../room.schema';
import { roomPath } from '../room-paths';
import { PACES } from './pace.schema';
import { REASON_LIMIT } from './reason.schema';

/** How fast one may write, in words. */
export function usePaceWords() {
  const { t } = useLanguage();
  return (seconds: number): string => {
    if (seconds === 0) return t('rooms:pace.off');
    if (seconds < 60) return t('rooms:pace.seconds', { count: seconds });
    return t('rooms:pace.minutes', { count: Math.ceil(seconds / 60) });
  };
}

/** How fast one may write here, above where one writes. The script fetches it anew when it changes. */
export function Pace({ room: { paceSeconds, can } }: { room: RoomView }) {
  const words = usePaceWords();
  return (
    <div data-slot="pace">
      {paceSeconds > 0 && !can.keep && <p class="small soft">{words(paceSeconds)}</p>}
    </div>
  );
}

/** The form on the page where a room is managed. */
export function PaceForm({ room, form }: { room: Pick<Room, 'slug' | 'paceSeconds'>; form: FormState }) {
  const { t } = useLanguage();
  const words = usePaceWords();
  const choices = [...new Set([...PACES, room.paceSeconds])].toSorted((a, b) => a - b);
  return (
    <Form action={`${roomPath(room.slug)}/pace`} state={form} id="pace-form" class="stack long-form">
      <Choice
        name="paceSeconds"
        label={t('rooms:pace.label')}
        hint={t('rooms:pace.hint')}
        options={choices.map((seconds) => ({ value: String(seconds), label: words(seconds) }))}
      />
      <TextArea
        name="reason"
        label={t('rooms:reason.label')}
        hint={t('rooms:pace.reason_hint')}
        max={REASON_LIMIT}
        rows={2}
        optional
      />
      <LanguageSelect label={t('rooms:reason.language')} />
      <div>
        <Button>{t('rooms:save')}</Button>
      </div>
    </Form>
  );
}
