import type { PageOptions } from '../core/http/page';
import type { Reader } from '../core/http/reader';
import type { Text } from '../core/texts/text-kind';

/**
 * What stands round a page about one text and is known above translations: whose it is, its colour, and where the
 * money came from. Provided by partnerships.
 */
export abstract class TextFrame {
  abstract of(
    reader: Reader,
    text: Pick<Text, 'partnershipId'>,
  ): Promise<Pick<PageOptions, 'crumbs' | 'section' | 'accent' | 'funding'>>;
}
