import { useLanguage, useReading } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Menu } from '../../ui/parts/menu';
import { ReadingChoice } from '../reading-choice';
import { ThreadLevelMenu } from '../following/level-menu';
import { threadPath } from '../room-paths';
import type { Sitting } from './thread-reading.service';
import type { ThreadView } from './thread.schema';

/** How new posts are announced (by the script), and what those who keep order can do. */
export function ThreadTools({ sitting: { thread, room, locales } }: { sitting: Sitting }) {
  const { reply: _, ...manages } = thread.can;
  return (
    <div class="row row-center thread-tools">
      <div data-slot="managing">{Object.values(manages).some(Boolean) && <Manage thread={thread} />}</div>
      <ThreadLevelMenu thread={thread} room={room} />
      <Reading room={room} originals={locales.length === 0} />
    </div>
  );
}

function Manage({ thread }: { thread: ThreadView }) {
  const { t } = useLanguage();
  const path = threadPath(thread.id);
  const { can, pinned } = thread;
  return (
    <Menu label={t('rooms:thread.manage')}>
      {can.resolve && <Link path={`${path}/resolve`}>{t('rooms:resolve.link')}</Link>}
      {can.unresolve && <Act path={`${path}/unresolve`} words={t('rooms:resolve.unresolve')} />}
      {can.theme && <Link path={`${path}/themes`}>{t('rooms:themes.link')}</Link>}
      {can.split && <Link path={`${path}/split`}>{t('rooms:split.link')}</Link>}
      {can.merge && <Link path={`${path}/merge`}>{t('rooms:merge.link')}</Link>}
      {can.move && <Link path={`${path}/move`}>{t('rooms:move.link')}</Link>}
      {can.rename && <Link path={`${path}/rename`}>{t('rooms:thread.rename')}</Link>}
      {can.pin && !pinned && <Act path={`${path}/pin`} words={t('rooms:thread.pin')} />}
      {can.pin && pinned && <Act path={`${path}/unpin`} words={t('rooms:thread.unpin')} />}
      {can.close && <Link path={`${path}/close`}>{t('rooms:thread.close')}</Link>}
      {can.reopen && <Act path={`${path}/reopen`} words={t('rooms:thread.reopen')} />}
    </Menu>
  );
}

function Act({ path, words }: { path: string; words: string }) {
  return (
    <Form action={path} class="menu-form">
      <Button kind="plain">{words}</Button>
    </Form>
  );
}

/** How the thread is read: in which words, and what is read out. Visitors have no choice to make without a script. */
function Reading({ room, originals }: { room: Sitting['room']; originals: boolean }) {
  const { t } = useLanguage();
  const { person } = useReading();
  if (!person) return <Announcements />;
  return (
    <Menu label={t('rooms:reading.menu')}>
      <ReadingChoice slug={room.slug} originals={originals} />
      <Announcements />
    </Menu>
  );
}

function Announcements() {
  const { t } = useLanguage();
  return (
    <span class="row row-center" data-slot="announcements" hidden>
      <label class="small soft" for="announcements">
        {t('rooms:announce.label')}
      </label>
      <select class="input" id="announcements">
        <option value="polite">{t('rooms:announce.all')}</option>
        <option value="mentions">{t('rooms:announce.mentions')}</option>
        <option value="off">{t('rooms:announce.none')}</option>
      </select>
    </span>
  );
}
