import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice, type Option } from '../../ui/parts/choice';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { TitleBlock } from '../../ui/parts/title-block';
import type { RoomView } from '../room.schema';
import { threadPath } from '../room-paths';
import type { Thread } from '../threads/thread.entity';
import { whoReads, whoWrites } from '../way-in';
import { isWider } from './wider';

interface MoveThreadProps {
  thread: Thread;
  /** Rooms that it can go to. */
  rooms: Option[];
  /** The room that was chosen, to be confirmed. */
  target?: RoomView;
  form: FormState;
}

/** Chooses a room for a thread, and says who will read it there before it goes. */
export function MoveThread({ thread, rooms, target, form }: MoveThreadProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:move.title')}
        above={<span lang={thread.locale}>{thread.title}</span>}
        lead={t('rooms:move.lead')}
      />
      <div class="stack long-form">
        <Form
          action={`${threadPath(thread.id)}/move`}
          method="get"
          state={freshForm({ room: target?.id ?? '' })}
          class="stack"
        >
          <Choice name="room" label={t('rooms:move.room')} options={rooms} empty={t('rooms:move.choose')} />
          <div class="row row-center">
            <Button {...(!target && { kind: 'main' })}>{t('rooms:move.look')}</Button>
            {!target && <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>}
          </div>
        </Form>
        {target && <Confirm thread={thread} target={target} form={form} />}
      </div>
    </div>
  );
}

function Confirm({ thread, target, form }: Omit<MoveThreadProps, 'rooms'> & { target: RoomView }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="there">
      <h2 id="there" lang={target.name.locale}>
        {target.name.text}
      </h2>
      <Facts
        facts={[
          { label: t('rooms:about.reads'), value: t(whoReads(target)) },
          { label: t('rooms:about.writes'), value: t(whoWrites(target)) },
        ]}
      />
      {isWider(thread.room, target) && (
        <Notice kind="amber" title={t('rooms:move.wider')}>
          {t('rooms:move.wider_words')}
        </Notice>
      )}
      <Form action={`${threadPath(thread.id)}/move`} state={form} class="stack">
        <Hidden name="roomId" value={target.id} />
        <div class="row row-center">
          <Button kind="main">{t('rooms:move.move')}</Button>
          <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </section>
  );
}
