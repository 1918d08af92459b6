import { notice } from '../../notifications/notice-kind';
import { postPath } from '../room-paths';

/** What people are told of posts. A post that is withdrawn or hidden is not named any more. */
export const newsNotices = [
  { provide: 'notice post.answered', useValue: notice('post.answered', 'rooms:told.answered') },
  { provide: 'notice post.written', useValue: notice('post.written', 'rooms:told.written') },
  {
    provide: 'notice thread.continued',
    useValue: notice('thread.continued', 'rooms:told.continued', (_, { threadId, number }) =>
      postPath(String(threadId), Number(number)),
    ),
  },
];
