import type { Key } from '../../core/i18n/keys';
import { useLanguage, useReading } from '../../ui/language';
import { Form } from '../../ui/parts/form';
import { Menu } from '../../ui/parts/menu';
import { roomPath, threadPath } from '../room-paths';
import type { RoomView } from '../room.schema';
import type { ThreadView } from '../threads/thread.schema';
import { LEVELS, type Level } from './level';

export const LEVEL_WORDS: Record<Level, Key> = {
  muted: 'rooms:level.muted',
  normal: 'rooms:level.normal',
  following: 'rooms:level.following',
  every_post: 'rooms:level.every_post',
};

/** What each of them means (level.ts). */
export const MEANINGS: Record<Level, Key> = {
  muted: 'rooms:level.muted_means',
  normal: 'rooms:level.normal_means',
  following: 'rooms:level.following_means',
  every_post: 'rooms:level.every_post_means',
};

/** How closely the reader follows the room, and every other way to. */
export function RoomLevelMenu({ room }: { room: RoomView }) {
  const { t } = useLanguage();
  const options = LEVELS.map((level) => ({
    value: level,
    words: t(LEVEL_WORDS[level]),
    means: t(MEANINGS[level]),
  }));
  return (
    <LevelMenu
      action={`${roomPath(room.slug)}/following`}
      current={room.level}
      level={room.level}
      options={options}
    />
  );
}

/** The same for a thread, which may do as its room does. */
export function ThreadLevelMenu({ thread, room }: { thread: ThreadView; room: RoomView }) {
  const { t } = useLanguage();
  const { level, levelFrom } = thread;
  const options = [
    { value: '', words: t('rooms:level.as_room'), means: t(LEVEL_WORDS[room.level]) },
    ...LEVELS.map((level) => ({ value: level, words: t(LEVEL_WORDS[level]), means: t(MEANINGS[level]) })),
  ];
  return (
    <LevelMenu
      action={`${threadPath(thread.id)}/following`}
      current={levelFrom === 'room' ? '' : level}
      level={level}
      options={options}
      {...(levelFrom === 'writing' && { because: t('rooms:level.because_written') })}
    />
  );
}

interface LevelMenuProps {
  action: string;
  /** Value of the option that holds. */
  current: string;
  level: Level;
  options: { value: string; words: string; means: string }[];
  because?: string;
}

function LevelMenu({ action, current, level, options, because }: LevelMenuProps) {
  const { t } = useLanguage();
  const { person, path } = useReading();
  if (!person) return null;
  const label = (
    <>
      {t('rooms:level.label')} {t(LEVEL_WORDS[level])}
    </>
  );
  return (
    <Menu label={label}>
      <Form action={`${action}?next=${encodeURIComponent(path)}`} id="level" class="menu-form level-menu">
        {because && <p class="small soft">{because}</p>}
        {options.map(({ value, words, means }) => (
          <button
            type="submit"
            name="level"
            value={value}
            aria-current={value === current ? 'true' : undefined}
          >
            {words}
            <span class="hint">{means}</span>
          </button>
        ))}
      </Form>
    </Menu>
  );
}
