import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { Checkbox } from '../../ui/parts/checkbox';
import { editingPath } from '../structure/editing-paths';
import { threadBox } from './gathering.schema';
import type { ThreadOffered } from './proceedings.service';

interface GatheringProps {
  slug: string;
  threads: ThreadOffered[];
  state?: FormState | undefined;
}

/** Threads of public rooms, room by room, to be chosen. */
export function Gathering({ slug, threads, state }: GatheringProps) {
  const { t } = useLanguage();
  const rooms = [...new Map(threads.map(({ room }) => [room.id, room])).values()];
  if (rooms.length === 0) return <EmptyState title={t('handbooks:gathering.none')} />;
  return (
    <>
      <p class="soft">{t('handbooks:gathering.lead')}</p>
      <Form
        action={editingPath(slug, 'gathering')}
        id="gather"
        state={state ?? freshForm()}
        labels={{ threads: t('handbooks:gathering.threads') }}
      >
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
