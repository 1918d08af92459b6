import { Injectable } from '@nestjs/common';
import type { Key } from '../core/i18n/keys';
import { ThemeWords } from '../search/theme-words';
import { THEMES, themeWord } from './themes';

/** The one vocabulary of themes, for search. */
@Injectable()
export class DirectoryThemes extends ThemeWords {
  readonly words: ReadonlyMap<string, Key> = new Map(THEMES.map((theme) => [theme, themeWord(theme)]));
}
