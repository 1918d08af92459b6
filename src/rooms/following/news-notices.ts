import { notice, of } from '../../notifications/notice-kind';
import { postPath } from '../room-paths';

/** What people are told of posts. A post that is withdrawn or hidden is not named any more. */
export const newsNotices = [
  {
    provide: 'notice post.answered',
    useValue: of('answers', notice('post.answered', 'rooms:told.answered')),
  },
  { provide: 'notice post.written', useValue: of('threads', notice('post.written', 'rooms:told.written')) },
  {
    provide: 'notice thread.continued',
    useValue: of(
      'threads',
      notice('thread.continued', 'rooms:told.continued', (_, { threadId, number }) =>
        postPath(String(threadId), Number(number)),
      ),
    ),
  },
];
