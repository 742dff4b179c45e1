import type { JsonNode, JsonObject } from '../event-patterns/json/read';
import { type TransformedInput, type Untold, unclear } from './outcome';
import type { ParsedInput } from './parse';
import { selectPath } from './select';
import type { InputTemplate, TemplatePart } from './template';
import { holdsEvent, predefinedValue, type RuleContext, type Variable } from './variables';
import { writeJson } from './write';

/**
 * A placeholder without quotes becomes the value's JSON, and one within a string its text, nothing
 * escaped. A path that finds nothing is an empty text. An object or a list within a string loses its
 * quotes where the template is a text; where it is JSON, the quotes break it and nothing arrives.
 *
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 * and recordings against AWS, LocalStack's tests/aws/services/events/test_events_inputs.py with its
 * snapshot. What neither tells (a null, a text in which something would have to be escaped) is
 * answered as unknown.
 */
type Filled = string | Untold;
type Placeholder = TemplatePart & object;
type TemplateInput = ParsedInput & { readonly kind: 'template' };

/** In characters; far more than any target takes. */
const longest = 2 ** 24;

export function fillTemplate(
  event: JsonObject,
  { template, paths }: TemplateInput,
  context: RuleContext,
): TransformedInput {
  if (template.unread !== undefined) return unclear(template.unread);
  const fill = ({ name, quoted }: Placeholder): Filled => {
    const path = paths.get(name);
    const value = path ? selectPath(event, path) : predefinedValue(name, event, context);
    if (value === undefined) return unclear(`<${name}> is no variable`);
    return fillOne({ name, quoted }, value, template.kind);
  };
  const known = new Map<string, Filled>();
  const filled = template.parts.map((part) => {
    if (typeof part === 'string') return part;
    const key = `${part.quoted} ${part.name}`;
    const text = known.get(key) ?? fill(part);
    known.set(key, text);
    return text;
  });
  return join(filled);
}

/** One value that certainly breaks the whole decides; then one that may. */
function join(filled: readonly Filled[]): TransformedInput {
  const untold = filled.filter((one) => typeof one !== 'string');
  for (const outcome of ['no', 'unknown', 'yes']) {
    const found = untold.find(({ delivered }) => delivered === outcome);
    if (found) return found;
  }
  const texts = filled.filter((one) => typeof one === 'string');
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > longest) return unclear(`the text has ${length} characters, too many for a target`);
  return { known: true, text: texts.join('') };
}

function fillOne(part: Placeholder, value: Variable, kind: InputTemplate['kind']): Filled {
  if ('untold' in value) return { known: false, delivered: 'yes', reason: value.untold };
  if ('unclear' in value) return unclear(value.unclear);
  if ('missing' in value) return part.quoted ? '' : '""';
  const { found } = value;
  if (found.kind === 'keyword' && found.text === 'null') {
    return unclear(`what <${part.name}> becomes where the event holds a null is not documented`);
  }
  return part.quoted ? withinString(part.name, found, kind) : writeJson(found);
}

/** What JSON strings have to escape. */
const escaped = /["\\\p{Cc}]/u;

function withinString(name: string, found: JsonNode, kind: InputTemplate['kind']): Filled {
  if (found.kind === 'array' || found.kind === 'object') return structured(name, found, kind);
  if (!escaped.test(found.text)) return found.text;
  return unclear(
    `<${name}> holds a quote, a backslash or a control character, which EventBridge does not escape`,
  );
}

function structured(name: string, found: JsonNode, kind: InputTemplate['kind']): Filled {
  const json = writeJson(found);
  if (kind === 'json' && json.includes('"')) {
    const reason = `<${name}> is an object or a list with texts: within a JSON string it breaks the JSON`;
    return { known: false, delivered: 'no', reason };
  }
  if (kind === 'json' || holdsEvent(name)) {
    return unclear(`what <${name}> becomes within a string is not documented`);
  }
  const bare = json.replaceAll('"', '');
  if (!escaped.test(bare)) return bare;
  return unclear(`<${name}> holds what EventBridge would have to escape within a string`);
}
