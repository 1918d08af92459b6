import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { Checkbox } from '../../ui/parts/checkbox';
import { editingPath } from '../structure/editing-paths';
import type { RoomOffered } from './gathered-conclusions.service';
import { conclusionsBox, threadBox } from './gathering.schema';
import type { ThreadOffered } from './proceedings.service';

interface GatheringProps {
  slug: string;
  threads: ThreadOffered[];
  rooms: RoomOffered[];
  state?: FormState | undefined;
}

/** Threads of public rooms, room by room, to be chosen. */
export function Gathering({ slug, threads, rooms: concluded, state }: GatheringProps) {
  const { t } = useLanguage();
  const rooms = [...new Map(threads.map(({ room }) => [room.id, room])).values()];
  if (rooms.length === 0 && concluded.length === 0)
    return <EmptyState title={t('handbooks:gathering.none')} />;
  return (
    <>
      <p class="soft">{t('handbooks:gathering.lead')}</p>
      <Form
        action={editingPath(slug, 'gathering')}
        id="gather"
        state={state ?? freshForm()}
        labels={{ threads: t('handbooks:gathering.threads') }}
      >
        {concluded.length > 0 && (
          <FieldGroup
            label={t('handbooks:gathering.conclusions')}
            hint={t('handbooks:gathering.conclusions_hint')}
          >
            {concluded.map((room) => (
              <Concluded room={room} />
            ))}
          </FieldGroup>
        )}
        {rooms.map(({ id, name, locale }) => (
          <FieldGroup label={<span lang={locale}>{name}</span>}>
            {threads
              .filter(({ room }) => room.id === id)
              .map((thread) => (
                <Offered thread={thread} />
              ))}
          </FieldGroup>
        ))}
        <div>
          <Button kind="main">{t('handbooks:gathering.act')}</Button>
        </div>
      </Form>
    </>
  );
}

function Concluded({ room: { id, name, locale, count, taken } }: { room: RoomOffered }) {
  const { t } = useLanguage();
  const facts = [t('handbooks:gathering.count', { count }), taken && t('handbooks:gathering.taken')];
  return (
    <Checkbox
      name={conclusionsBox(id)}
      label={<span lang={locale}>{name}</span>}
      hint={facts.filter(Boolean).join(' · ')}
    />
  );
}

function Offered({ thread: { id, title, locale, posts, lastPostAt, taken } }: { thread: ThreadOffered }) {
  const language = useLanguage();
  const { t } = language;
  const facts = [
    t('handbooks:gathering.posts', { count: posts }),
    language.date(lastPostAt),
    taken && t('handbooks:gathering.taken'),
  ];
  return (
    <Checkbox
      name={threadBox(id)}
      label={<span lang={locale}>{title}</span>}
      hint={facts.filter(Boolean).join(' · ')}
    />
  );
}
