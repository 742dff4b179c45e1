/** Listed values, each judged by the reader's schema as a validator would. */

import type { JsonValue } from '../json';
import { listedValues } from './base';
import { type Fit, finding, isSaid, listed } from './fit';
import { opaqueFinding } from './fit-leaves';
import type { SchemaNode, Values } from './form';
import { opaqueKeywords } from './opaque';
import { schemasOf, targetsOf, valueAt } from './parts';
import { kindOf, someValues } from './records';
import { refusing } from './satisfies';
import type { Finding } from './session';

export function fitValues(fit: Fit<Values>): readonly Finding[] {
  const { of, reader, session } = fit;
  const refused = [...of.values.values()].filter(
    (value) => session.satisfies(value, reader) !== 'yes',
  );
  if (refused.length === 0) return [];
  const conjuncts = [...targetsOf(reader), ...schemasOf(reader, 'allOf')];
  return [
    ...conjuncts.flatMap((part) => fit.fits({ ...someValues(refused), opaque: of.opaque }, part)),
    ...refusedByKeyword(fit, refused),
    ...refusedAsOpaque(fit, refused),
  ];
}

function refusedByKeyword(fit: Fit<Values>, refused: readonly JsonValue[]): Finding[] {
  const values = new Map<string, JsonValue[]>();
  for (const value of refused) {
    for (const keyword of refusing(value, fit.reader, fit.session)) {
      if (keyword === '$ref' || keyword === 'allOf') continue;
      if (keyword === 'anyOf' && isSomeBranch(fit, value)) continue;
      values.set(keyword, [...(values.get(keyword) ?? []), value]);
    }
  }
  return [...values].map(([keyword, found]) =>
    finding(fit, keyword, wantsOf(fit.reader, keyword), `may emit ${listed(found)}`),
  );
}

function wantsOf(reader: SchemaNode, keyword: string): string {
  const values = keyword === 'enum' ? listedValues(reader) : undefined;
  if (values?.length === 1) return `wants ${listed(values)}`;
  if (values !== undefined) return `wants one of ${listed(values)}`;
  const value = valueAt(reader, keyword);
  return typeof value === 'object' || value === undefined
    ? `refuses some values by ${keyword}`
    : `wants ${keyword} ${listed([value])}`;
}

/** A branch may want what isn't understood and the writer says, too. */
function isSomeBranch(fit: Fit<Values>, value: JsonValue): boolean {
  const one = { ...someValues([value]), opaque: fit.of.opaque };
  return schemasOf(fit.reader, 'anyOf').some((branch) => fit.fits(one, branch).length === 0);
}

function refusedAsOpaque(fit: Fit<Values>, refused: readonly JsonValue[]): Finding[] {
  const keywords = new Set(refused.flatMap((value) => opaqueKeywords(fit.reader, kindOf(value))));
  return [...keywords]
    .filter((keyword) => !isSaid(fit, keyword))
    .map((keyword) => opaqueFinding(fit, keyword));
}
