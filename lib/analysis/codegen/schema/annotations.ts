import type { JsonObject } from '../../../core/schemas';

/** What becomes names and comments. A format is told: the value stays the text that it is. */
export function annotationsOf({ title, description, format, deprecated }: JsonObject): JsonObject {
  const lines = [
    ...(typeof description === 'string' && description !== '' ? [plain(description)] : []),
    ...(typeof format === 'string' && format !== '' ? [`Format: ${plain(format)}.`] : []),
    ...(deprecated === true ? ['Deprecated.'] : []),
  ];
  return {
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(lines.length > 0 && { description: lines.join('\n') }),
  };
}

/** Without controls, and without what a compiler would read inside a comment, as Java does `\u`. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replaceAll('\\', '\\ ')
    .trim();
}
