/** The keywords about objects. */
import { below, type Fit, finding, listed } from './fit';
import type { Objects, SchemaNode } from './form';
import { namedIn, requiredOf, termOfName } from './members';
import { isNeverThere } from './nothing';
import { classesOf, isUnnamed, namesOfClass } from './other-names';
import { dependentSchemasOf, dependentsOf, membersOf, namesOf, numberOf, schemaOf } from './parts';
import { matchesPattern } from './pattern-search';
import { setOf, someValues } from './records';
import type { Finding } from './session';

export function fitObject(fit: Fit<Objects>): Finding[] {
  return [
    ...fitRequired(fit),
    ...fitCount(fit),
    ...fitNames(fit),
    ...fitProperties(fit),
    ...fitPatterns(fit),
    ...fitAdditional(fit),
    ...fitDependents(fit),
    ...fitDependentSchemas(fit),
  ];
}

function fitRequired(fit: Fit<Objects>): Finding[] {
  const has = requiredOf(fit.of);
  const missing = namesOf(fit.reader, 'required').filter((name) => !has.has(name));
  const sure = missing.length === 0 ? [] : allEmitted(fit);
  return missing
    .filter((name) => !sure.includes(name))
    .flatMap((name) => below(name, [finding(fit, 'required', 'wants it', 'may leave it out')]));
}

/** The properties that the writer names and may emit. */
function emitted({ of, session }: Fit<Objects>): string[] {
  return [...namedIn(of)].filter((name) => !isNeverThere(of, name, session));
}

/** The properties, where there must be so many that none is left out. */
function allEmitted(fit: Fit<Objects>): string[] {
  const { of, session } = fit;
  if (of.minProperties === 0 || classesOf(of, session).length > 0) return [];
  const names = emitted(fit);
  return names.length <= of.minProperties ? names : [];
}

function fitCount(fit: Fit<Objects>): Finding[] {
  const { of, reader, session } = fit;
  const min = numberOf(reader, 'minProperties') ?? 0;
  const max = numberOf(reader, 'maxProperties');
  const fewest = Math.max(of.minProperties, requiredOf(of).size);
  const missing = finding(
    fit,
    'minProperties',
    `wants at least ${min} properties`,
    `may emit ${fewest}`,
  );
  const tooFew = fewest >= min ? [] : [{ ...missing, keyword: 'minProperties' }];
  if (max === undefined || of.maxProperties <= max) return tooFew;
  const isClosed = classesOf(of, session).length === 0;
  const most = Math.min(of.maxProperties, isClosed ? emitted(fit).length : Infinity);
  if (most <= max) return tooFew;
  const emits = most === Infinity ? 'may emit any number' : `may emit ${most}`;
  const found = finding(fit, 'maxProperties', `wants at most ${max} properties`, emits);
  return [...tooFew, { ...found, keyword: 'maxProperties' }];
}

function fitNames(fit: Fit<Objects>): Finding[] {
  const { of, reader, session } = fit;
  const names = schemaOf(reader, 'propertyNames');
  if (names === undefined) return [];
  const refused = emitted(fit).filter((name) => session.satisfies(name, names) !== 'yes');
  const ofNames = refused.flatMap((name) => {
    const alternatives = [{ ...someValues([]), values: setOf([name]) }];
    const term = [...of.names, { key: `name ${JSON.stringify(name)}`, alternatives }];
    return below(name, session.compare(term, names));
  });
  const others = classesOf(of, session).flatMap((one) =>
    below('*', session.compare(namesOfClass(of, one), names)),
  );
  return [...ofNames, ...others];
}

function fitProperties({ of, reader, session }: Fit<Objects>): Finding[] {
  return membersOf(reader, 'properties').flatMap(([name, schema]) => {
    const found = session.compare(termOfName(of, name), schema);
    return found.length > 0 && isNeverThere(of, name, session) ? [] : below(name, found);
  });
}

function fitPatterns(fit: Fit<Objects>): Finding[] {
  const { of, reader, session } = fit;
  const patterns = membersOf(reader, 'patternProperties');
  if (patterns.length === 0) return [];
  const classes = classesOf(of, session);
  return patterns.flatMap(([match, schema]) => [
    ...emitted(fit)
      .filter((name) => matchesPattern(match, name) !== false)
      .flatMap((name) => below(name, session.compare(termOfName(of, name), schema))),
    ...classes
      .filter((one) => !isUnnamed(of, one, session, { match }))
      .flatMap((one) => below('*', session.compare(one.term, schema))),
  ]);
}

function fitAdditional(fit: Fit<Objects>): Finding[] {
  const rest = schemaOf(fit.reader, 'additionalProperties');
  if (rest === undefined) return [];
  const names = new Set(membersOf(fit.reader, 'properties').map(([name]) => name));
  const patterns = membersOf(fit.reader, 'patternProperties').map(([pattern]) => pattern);
  return fitOthers(fit, names, patterns, rest);
}

/** Whether all properties but some satisfy a schema. */
export function fitOthers(
  fit: Fit<Objects>,
  names: ReadonlySet<string>,
  patterns: readonly string[],
  rest: SchemaNode,
): Finding[] {
  const { of, session } = fit;
  const named = emitted(fit).filter(
    (name) => !names.has(name) && !patterns.some((one) => matchesPattern(one, name) === true),
  );
  const others = classesOf(of, session).filter(
    (one) => !isUnnamed(of, one, session, { miss: patterns, not: names }),
  );
  return [
    ...named.flatMap((name) => below(name, session.compare(termOfName(of, name), rest))),
    ...others.flatMap((one) => below('*', session.compare(one.term, rest))),
  ];
}

function fitDependents(fit: Fit<Objects>): Finding[] {
  return dependentsOf(fit.reader).flatMap(({ name, others }) => {
    if (isNeverThere(fit.of, name, fit.session)) return [];
    const has = requiredOf(fit.of, [name]);
    const missing = others.filter((other) => !has.has(other));
    const wants = `wants ${listed(missing)} beside it`;
    return missing.length === 0
      ? []
      : below(name, [finding(fit, 'dependencies', wants, 'may leave that out')]);
  });
}

function fitDependentSchemas(fit: Fit<Objects>): Finding[] {
  return dependentSchemasOf(fit.reader).flatMap(([name, schema]) => {
    if (isNeverThere(fit.of, name, fit.session)) return [];
    const of = { ...fit.of, required: new Set([...fit.of.required, name]) };
    return fit.session.isNothing(of) ? [] : [...fit.fits(of, schema)];
  });
}
