import { Editor } from './editor/editor';
import { read, type Read } from './editor/kept';
import { Tools } from './editor/tools';

/** Nothing for a text that nobody can have written to be read: it stays as it is. */
function reading(text: string): Read | undefined {
  try {
    return read(text);
  } catch {
    return undefined;
  }
}

/** Published texts, edited as they look. Without it their fields take Markdown. */
for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-editor]')) {
  const template = document.querySelector<HTMLTemplateElement>(
    `template[data-editor-tools="${CSS.escape(field.id)}"]`,
  );
  if (!template) continue;
  const tools = new Tools(template);
  const text = reading(field.value);
  if (text) new Editor(field, tools, text);
  else {
    field.before(tools.status);
    tools.say(tools.words.only_markdown);
  }
}
