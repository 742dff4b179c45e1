import type Ajv from 'ajv';
import type { Options, _ as Template } from 'ajv';
import type { Dialect } from '../dialects';
import { formats } from './formats';
import { keywords } from './keywords';

// Loaded only where a schema is compiled: nobody who imports the library waits for it.
const makers: Readonly<Record<Dialect, (options: Options) => Ajv>> = {
  'draft-04': (options) => new (require('ajv-draft-04'))(options),
  'draft-06': (options) => new (require('ajv'))(options),
  'draft-07': (options) => new (require('ajv'))(options),
  '2019-09': (options) => new (require('ajv/dist/2019'))(options),
  '2020-12': (options) => new (require('ajv/dist/2020'))(options),
};

export interface AjvChoice {
  readonly dialect: Dialect;
  readonly ownProperties: boolean;
  readonly allErrors: boolean;
}

/** Each schema gets one of its own: what stands in it depends on no other. */
export function ajvOf({ dialect, ownProperties, allErrors }: AjvChoice): Ajv {
  const { _ } = require('ajv') as { _: typeof Template };
  const ajv = makers[dialect]({
    ...{ ownProperties, allErrors },
    ...{ strict: false, logger: false, validateSchema: false, messages: false },
    code: { source: true, lines: true, formats: _`formats`, regExp },
  });
  for (const [name, { type, check }] of formats()) {
    const isText = type === 'string';
    ajv.addFormat(name, isText ? (check as RegExp) : { type, validate: check as () => boolean });
  }
  for (const definition of keywords()) {
    ajv.removeKeyword(definition.keyword);
    ajv.addKeyword(definition);
  }
  return ajv;
}

/** Not every pattern that people write is one for Unicode, as JSON Schema wants it: \\_ is none. */
const regExp = Object.assign((pattern: string, flags: string) => regExpOf(pattern, flags), {
  code: 'new RegExp',
});

export function regExpOf(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return new RegExp(pattern, '');
  }
}
