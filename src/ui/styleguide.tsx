import { useLanguage } from './language';
import { TitleBlock } from './parts/title-block';
import { Dialogs, History, Merging } from './styleguide/dialogs';
import { Drawings } from './styleguide/drawings';
import { Editing } from './styleguide/editing';
import { Forms } from './styleguide/forms';
import { Entrances, Errors, Fundings, Published } from './styleguide/frames';
import { Lists, Tables } from './styleguide/lists';
import { Buttons, Colours, Type } from './styleguide/looks';
import { Room } from './styleguide/room';
import { Notices, States } from './styleguide/states';

/** The living styleguide: every part in every state, drawn by the very parts that the pages use. */
export function Styleguide() {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('ui:styleguide.title')} lead={t('ui:styleguide.lead')} />
      <Colours />
      <Type />
      <Buttons />
      <Forms />
      <Editing />
      <States />
      <Notices />
      <Lists />
      <Tables />
      <Drawings />
      <Room />
      <Published />
      <Dialogs />
      <Merging />
      <History />
      <Fundings />
      <Entrances />
      <Errors />
    </div>
  );
}
