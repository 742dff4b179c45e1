import { EventError } from '../../../core/event-patterns';
import {
  InputTransformerError,
  inputLimits,
  parseInputPath,
  parseTargetInput,
  selectPath,
  transformNode,
} from '../../../core/input-transformers';
import { hasHole } from '../resolution/symbolic-text';
import type { QueueRecord } from './record';

/**
 * What a pipe makes of a record for its target. The body counts as parsed where it is JSON, so that
 * paths lead into it. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html
 */
export type Made =
  | { readonly text: string; readonly note?: string }
  /** There is nothing at a path. */
  | { readonly missing: string }
  | { readonly unclear: string };

const PLACEHOLDER = /<(\$[^<>]*)>/g;

/** Pipes that are in use hand JSON on so, to targets that take nothing else. */
const keepsQuotes =
  'that <$.body> hands JSON on as it is, public pipes rely on; the guide says that it loses its quotes';

function wholeBody({ body }: QueueRecord): Made {
  if ('unknown' in body) return { unclear: body.unknown };
  const isJson = /^\s*[[{]/.test(body.text);
  return { text: body.text, ...(isJson && { note: keepsQuotes }) };
}

/** What a template takes of the record; without one that is all of it. */
export function pathsOf(template: string): string[] {
  if (template === '') return ['$'];
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, path]) => path ?? ''))];
}

function fill(template: string, record: QueueRecord): Made {
  if ('unknown' in record.body) return { unclear: record.body.unknown };
  const paths = pathsOf(template);
  const json = record.json();
  for (const path of paths) {
    const made = selectPath(json, parseInputPath(path));
    if ('found' in made) continue;
    const why = 'missing' in made ? `${made.missing}, and is then left out` : made.unclear;
    return { unclear: `the InputTemplate: ${why}` };
  }
  const InputTemplate = template.replace(
    PLACEHOLDER,
    (_, path: string) => `<v${paths.indexOf(path)}>`,
  );
  const InputPathsMap = Object.fromEntries(paths.map((path, at) => [`v${at}`, path]));
  const parsed = parseTargetInput({ InputTransformer: { InputPathsMap, InputTemplate } });
  const isJson = parsed.kind === 'template' && parsed.template.kind === 'json';
  if (!isJson) return { unclear: 'what a pipe makes of an InputTemplate of texts is not read' };
  const filled = transformNode(json, parsed, {});
  return filled.known ? { text: filled.text } : { unclear: filled.reason };
}

export function makeInput(template: string | undefined, record: QueueRecord): Made {
  if (template === undefined || template === '') {
    const { body, fields } = record;
    return 'unknown' in body ? { unclear: body.unknown } : { text: JSON.stringify(fields) };
  }
  if (hasHole(template)) return { unclear: `the InputTemplate is not known: ${template}` };
  const { max, unit } = inputLimits.template;
  if (template.length > max) return { unclear: `the InputTemplate has more than ${max} ${unit}` };
  if (/^\s*<\$\.body>\s*$/.test(template)) return wholeBody(record);
  return guarded(() => fill(template, record));
}

/** What is too long for a path or a template, or nested too deep. */
function guarded(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    const expected = error instanceof InputTransformerError || error instanceof EventError;
    if (expected) return { unclear: error.message };
    throw error;
  }
}

/** A parameter that is none is the same for every event. */
export function isPath(value: string): boolean {
  return value.startsWith('$.');
}

/**
 * A parameter of the target that is as a whole a path into the record, or else a fixed text. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
 */
export function makeParameter(value: string, record: QueueRecord): Made {
  if (!isPath(value)) return { text: value };
  const { body } = record;
  if ('unknown' in body && value.startsWith('$.body')) return { unclear: body.unknown };
  return guarded(() => select(value, record));
}

function select(value: string, record: QueueRecord): Made {
  const made = selectPath(record.json(), parseInputPath(value));
  const path = value.slice('$.'.length);
  if ('missing' in made && (record.unsettled.has(path) || record.open(path))) {
    return { unclear: `whether the record has ${value} no template tells` };
  }
  if (!('found' in made)) return made;
  const { found } = made;
  if (found.kind === 'string') return { text: found.text };
  const what = found.kind === 'keyword' ? found.text : found.kind;
  return { unclear: `what a pipe makes of the ${what} at ${value} is not documented` };
}
