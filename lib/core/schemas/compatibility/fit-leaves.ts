/** The keywords about types, listed values, numbers and texts. */
import { areMultiples, enumerate, isAbove, isBelow, tighten } from './arithmetic';
import { listedValues, typesOf } from './base';
import { type Fit, finding, isSaid, listed, nameOf } from './fit';
import type { Bound, Numbers, Strings } from './form';
import { opaqueKeywords } from './opaque';
import { foreignReason, isForeign, lowerBounds, numberOf, textOf, upperBounds } from './parts';
import { canMatch, implies, searchOf } from './pattern-search';
import { someValues } from './records';
import type { Finding } from './session';

export function fitType(fit: Fit): Finding[] {
  const { of, reader } = fit;
  const types = typesOf(reader);
  if (types === undefined || of.kind === 'values' || types.includes(of.kind)) return [];
  const isWhole = of.kind === 'number' && of.multiples.some((step) => Number.isInteger(step));
  if (isWhole && types.includes('integer')) return [];
  return [finding(fit, 'type', `wants ${types.join(' or ')}`, `may emit ${nameOf(of)}`)];
}

const mostEnumerated = 1000;

/** A record may come down to a few values: whole numbers between bounds, a pattern of choices. */
export function fitListed(fit: Fit): readonly Finding[] {
  const { of, reader } = fit;
  const wanted = listedValues(reader);
  if (wanted === undefined || of.kind === 'values') return [];
  const values = of.kind === 'number' ? enumerate(of, mostEnumerated) : undefined;
  if (values !== undefined) return fit.fits({ ...someValues(values), opaque: of.opaque }, reader);
  if (of.kind === 'string' && (of.patterns.length > 0 || of.maxLength === 0)) {
    const texts = wanted.filter((value) => typeof value === 'string');
    const search = searchOf(of);
    if (!canMatch({ ...search, except: [...(search.except ?? []), ...texts] })) return [];
  }
  const wants = wanted.length === 1 ? 'wants' : 'wants one of';
  return [
    finding(fit, 'enum', `${wants} ${listed(wanted)}`, `may emit ${nameOf(of)} that is none`),
  ];
}

export function fitNumber(fit: Fit<Numbers>): Finding[] {
  const { of, reader } = fit;
  const { min, max } = tighten(of);
  const step = numberOf(reader, 'multipleOf');
  return [
    ...lowerBounds(reader)
      .filter((bound) => !isAbove(min, bound))
      .map((bound) => boundFinding(fit, 'minimum', bound, min)),
    ...upperBounds(reader)
      .filter((bound) => !isBelow(max, bound))
      .map((bound) => boundFinding(fit, 'maximum', bound, max)),
    ...(step === undefined || areMultiples(of.multiples, step)
      ? []
      : [finding(fit, 'multipleOf', `wants multiples of ${step}`, emitsMultiples(of))]),
  ];
}

function boundFinding(fit: Fit, keyword: string, wanted: Bound, has: Bound | undefined): Finding {
  const [more, side] = keyword === 'minimum' ? ['above', 'least'] : ['below', 'most'];
  const said = ({ value, isInclusive }: Bound): string =>
    isInclusive ? `at ${side} ${value}` : `${more} ${value}`;
  const emits = has === undefined ? 'has no such bound' : `lets through ${said(has)}`;
  return finding(fit, keyword, `wants ${said(wanted)}`, emits);
}

function emitsMultiples({ multiples }: Numbers): string {
  return multiples.length === 0
    ? 'lets through any number'
    : `lets through multiples of ${multiples.join(' and ')}`;
}

export function fitText(fit: Fit<Strings>): Finding[] {
  const { of, reader } = fit;
  const search = searchOf(of);
  const min = numberOf(reader, 'minLength') ?? 0;
  const max = numberOf(reader, 'maxLength') ?? Infinity;
  const pattern = textOf(reader, 'pattern');
  const isPlain = of.patterns.length + of.notPatterns.length + of.excluded.size === 0;
  const isLong = of.minLength >= min || (!isPlain && !canMatch({ ...search, maxLength: min - 1 }));
  const isShort = of.maxLength <= max || (!isPlain && !canMatch({ ...search, minLength: max + 1 }));
  const most = of.maxLength === Infinity ? 'any length' : `up to ${of.maxLength}`;
  return [
    ...(isLong
      ? []
      : [
          finding(
            fit,
            'minLength',
            `wants at least ${min} characters`,
            `lets through ${of.minLength}`,
          ),
        ]),
    ...(isShort ? [] : [lengthFinding(fit, max, most)]),
    ...(pattern === undefined || implies(search, pattern)
      ? []
      : [finding(fit, 'pattern', `wants the pattern ${listed([pattern])}`, emitsTexts(of))]),
  ];
}

function lengthFinding({ reader }: Fit, max: number, most: string): Finding {
  const wants = `wants at most ${max} characters`;
  return { path: [], node: reader, keyword: 'maxLength', wants, emits: `lets through ${most}` };
}

function emitsTexts({ patterns }: Strings): string {
  return patterns.length === 0 ? 'lets through any text' : `has the pattern ${listed(patterns)}`;
}

/** What isn't understood is let through only where the writer says the very same. */
export function fitOpaque(fit: Fit): Finding[] {
  return opaqueKeywords(fit.reader, fit.of.kind)
    .filter((keyword) => !isSaid(fit, keyword))
    .map((keyword) => opaqueFinding(fit, keyword));
}

export function opaqueFinding(fit: Fit, keyword: string): Finding {
  const { of, reader } = fit;
  const value = typeof reader.schema === 'object' ? (reader.schema[keyword] ?? null) : null;
  const said = `wants ${keyword} ${listed([value])}`;
  const before = of.opaque.find((one) => one.keyword === keyword && one.holds);
  const schema = before?.node.schema;
  const emits =
    typeof schema === 'object' ? `says ${listed([schema[keyword] ?? null])}` : 'does not say so';
  if (keyword === '$ref') {
    return finding(fit, keyword, `${said}, which leads to nothing in the schema`, emits);
  }
  const isKnown = /^(?:format|content)/.test(keyword) || !isForeign(reader, keyword);
  return finding(
    fit,
    keyword,
    isKnown ? said : `${said} (${foreignReason(reader, keyword)})`,
    emits,
  );
}
