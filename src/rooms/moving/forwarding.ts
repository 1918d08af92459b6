import type { DataSource } from 'typeorm';
import { Refusal } from '../../core/errors/refusal';
import { currentPath, threadPath } from '../room-paths';
import type { Thread } from '../threads/thread.entity';

/** The thread has gone into another one: whoever asks for its page is led there. */
export class Merged extends Refusal {
  constructor(readonly thread: Pick<Thread, 'id' | 'roomId' | 'mergedIntoId'>) {
    super(409, 'rooms:refusal.thread_merged');
  }
}

/** Where what stood at an address of a merged thread is read now. */
export async function leadOn(
  database: DataSource,
  { id, roomId, mergedIntoId }: Merged['thread'],
  number: number | undefined,
): Promise<string> {
  const [stub] =
    number === undefined
      ? []
      : await database.query<{ to: string | null }[]>(
          'select moved_to_id as to from posts where room_id = $1 and thread_id = $2 and number = $3',
          [roomId, id, number],
        );
  return stub?.to ? currentPath(stub.to) : threadPath(mergedIntoId!);
}
