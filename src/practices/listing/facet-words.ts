import type { Cooperation, Level, PracticeState, Rating } from '../practice-facts';
import type { Theme } from '../../directory/themes';
import { words } from '../practice-words';
import { useLanguage } from '../../ui/language';
import type { Facet } from './listing.schema';

/** `(facet, value) => words` in the language of the page. Values come from the cases themselves. */
export function useFacetWords(): (facet: Facet, value: string) => string {
  const language = useLanguage();
  const { t } = language;
  return (facet, value) => {
    switch (facet) {
      case 'theme':
        return t(words.theme(value as Theme));
      case 'cooperation':
        return t(words.cooperation(value as Cooperation));
      case 'level':
        return t(words.level(value as Level));
      case 'rating':
        return t(words.rating(value as Rating));
      case 'state':
        return t(words.state(value as PracticeState));
      case 'country':
        return language.country(value);
      case 'language':
        return language.languageName(value);
    }
  };
}
