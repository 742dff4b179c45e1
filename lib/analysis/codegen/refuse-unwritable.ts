import type { JsonValue } from '../../core/schemas';
import { below } from '../../core/schemas/pointer';
import { CodegenError } from './codegen-error';
import type { LanguageName } from './languages';
import { membersOf } from './schema/place';

/** The one name of a field that a language can't carry: its value would be lost without a word. */
const unwritable: Readonly<Record<LanguageName, { name: string; why: string } | undefined>> = {
  typescript: { name: '__proto__', why: 'an object of JavaScript has no such field' },
  python: undefined,
  java: { name: '', why: 'Jackson takes an empty name for none' },
};

/** @throws CodegenError for a field that the language can't carry. */
export function refuseUnwritable(schema: JsonValue, contract: string, language: LanguageName) {
  const { name: refused, why } = unwritable[language] ?? {};
  const open: [JsonValue, string][] = [[schema, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, pointer] = next;
    const members = Array.isArray(value) ? value.entries() : membersOf(value);
    for (const [name, member] of members as Iterable<[string | number, JsonValue]>) {
      if (name === refused) {
        throw new CodegenError(
          `${contract}, ${pointer.replace(/^\/events\/[^/]*/, '')}: code of ${language} can't have a field ${JSON.stringify(name)}: ${why}`,
        );
      }
      open.push([member, below(pointer, [name])]);
    }
  }
}
