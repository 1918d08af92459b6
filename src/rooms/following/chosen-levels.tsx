import { useLanguage } from '../../ui/language';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Mark } from '../../ui/parts/marks';
import { Menu } from '../../ui/parts/menu';
import { SectionHead } from '../../ui/parts/section-head';
import { PATHS } from '../../ui/paths';
import { roomPath, threadPath } from '../room-paths';
import type { RoomView } from '../room.schema';
import { LEVELS, type Level } from './level';
import { LEVEL_WORDS, MEANINGS } from './level-menu';
import type { ChosenLevels } from './chosen-levels.schema';

/** What one follows and mutes in rooms: each with a menu to change it. One form takes all choices. */
export function ChosenLevelList({ rooms, threads, page, more }: ChosenLevels) {
  const { t } = useLanguage();
  const here = page === 1 ? PATHS.levels : `${PATHS.levels}?page=${page}`;
  return (
    <>
      <Form action={`${PATHS.levels}?next=${encodeURIComponent(here)}`} id="levels" class="visually-hidden">
        {null}
      </Form>
      <Meanings />
      {rooms.length > 0 && (
        <section class="stack" aria-labelledby="rooms">
          <SectionHead flush id="rooms" title={t('rooms:title')} />
          <ul class="list list-close">
            {rooms.map((room) => (
              <RoomRow room={room} />
            ))}
          </ul>
        </section>
      )}
      <section class="stack" aria-labelledby="threads">
        <SectionHead flush id="threads" title={t('rooms:thread.list')} />
        {threads.length === 0 && (
          <EmptyState title={t('rooms:chosen.none')}>{t('rooms:chosen.none_words')}</EmptyState>
        )}
        <ul class="list list-close">
          {threads.map((thread) => (
            <ThreadRow thread={thread} />
          ))}
        </ul>
        {more && (
          <p>
            <Link path={`${PATHS.levels}?page=${page + 1}`} rel="next">
              {t('rooms:chosen.more')}
            </Link>
          </p>
        )}
      </section>
    </>
  );
}

/** Said once, not in each menu. */
function Meanings() {
  const { t } = useLanguage();
  return (
    <details>
      <summary>{t('rooms:chosen.meanings')}</summary>
      <dl class="stack stack-tight">
        {LEVELS.map((level) => (
          <div>
            <dt class="item-title">{t(LEVEL_WORDS[level])}</dt>
            <dd class="small">{t(MEANINGS[level])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function RoomRow({ room }: { room: RoomView }) {
  return (
    <li class="list-row with-action">
      <div>
        <p class="said" lang={room.name.locale}>
          <Link path={roomPath(room.slug)}>{room.name.text}</Link>
        </p>
        {room.archived && <Mark kind="archived" />}
      </div>
      <Choice of={`room/${room.id}`} title={room.name.text} level={room.level} />
    </li>
  );
}

function ThreadRow({ thread }: { thread: ChosenLevels['threads'][number] }) {
  const { t } = useLanguage();
  const { id, title, room, level, levelFrom } = thread;
  return (
    <li class="list-row with-action">
      <div>
        <p class="said" lang={title.locale}>
          <Link path={threadPath(id)}>{title.text}</Link>
        </p>
        <p class="small soft dots">
          <span lang={room.locale}>{room.text}</span>
          {levelFrom === 'writing' && <span>{t('rooms:level.because_written')}</span>}
        </p>
      </div>
      <Choice of={`thread/${id}`} title={title.text} level={level} asRoom />
    </li>
  );
}

interface ChoiceProps {
  /** `room/<id>` or `thread/<id>`. */
  of: string;
  title: string;
  level: Level;
  asRoom?: boolean;
}

function Choice({ of, title, level, asRoom }: ChoiceProps) {
  const { t } = useLanguage();
  const label = (
    <>
      <span class="visually-hidden">
        {title}
        {': '}
      </span>
      {t(LEVEL_WORDS[level])}
    </>
  );
  return (
    <Menu end label={label}>
      {asRoom && (
        <button type="submit" form="levels" name="choice" value={`${of}/`}>
          {t('rooms:level.as_room')}
        </button>
      )}
      {LEVELS.map((each) => (
        <button
          type="submit"
          form="levels"
          name="choice"
          value={`${of}/${each}`}
          aria-current={each === level ? 'true' : undefined}
        >
          {t(LEVEL_WORDS[each])}
        </button>
      ))}
    </Menu>
  );
}
