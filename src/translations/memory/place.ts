import { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Text } from '../../core/texts/text-kind';
import type { TextKinds } from '../../core/texts/text-kinds';

/** Whether every visitor may read it. */
export async function isPublic(kinds: TextKinds, { kind, id }: Pick<Text, 'kind' | 'id'>): Promise<boolean> {
  try {
    await kinds.find(Actor.visitor, kind, id);
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** Where its sentences may be used again: everywhere, or only where those are who may read it. */
export async function placeOf(kinds: TextKinds, text: Text): Promise<string | null> {
  return (await isPublic(kinds, text)) ? null : (text.roomId ?? text.id);
}
