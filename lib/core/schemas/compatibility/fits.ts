import { enumerate } from './arithmetic';
import { distinct, type Fit, finding } from './fit';
import { fitList } from './fit-arrays';
import { fitCombinators } from './fit-combinators';
import { fitListed, fitNumber, fitOpaque, fitText, fitType } from './fit-leaves';
import { fitObject } from './fit-objects';
import { fitUnevaluated } from './fit-unevaluated';
import { fitValues } from './fit-values';
import type { Alternative, SchemaNode } from './form';
import { someValues } from './records';
import type { Finding, Session } from './session';

/**
 * What of an alternative a reader's schema refuses: every keyword is asked on its own, as all must
 * hold. Where the type or a list of values refuses, the others have nothing to add.
 */
export function fits(of: Alternative, reader: SchemaNode, session: Session): readonly Finding[] {
  return enter(of, reader, session, []);
}

/** The schemas around it that judge the same value, or the single values in it. */
type Open = readonly (readonly [SchemaNode, isListed: boolean])[];

/** A schema that leads back to itself for the same value says nothing: it proves nothing. */
function enter(
  of: Alternative,
  reader: SchemaNode,
  session: Session,
  open: Open,
): readonly Finding[] {
  const fit: Fit = {
    ...{ of, reader, session },
    fits: (one, schema) => enter(one, schema, session, [...open, [reader, of.kind === 'values']]),
  };
  if (open.some(([schema, isListed]) => schema === reader && isListed === (of.kind === 'values'))) {
    return [finding(fit, '$ref', 'leads back to itself', 'may emit anything')];
  }
  return session.deeper(
    () => judge(fit),
    () => [finding(fit, '$ref', 'was not compared', 'is nested too deep')],
  );
}

function judge(fit: Fit): readonly Finding[] {
  const { of, reader, session } = fit;
  session.spend(1);
  if (reader.schema === true) return [];
  if (reader.schema === false) return [finding(fit, 'false', 'refuses everything', 'may emit it')];
  if (of.kind === 'values') return fitValues({ ...fit, of });
  const plain = [fitType, fitListed].map((ask) => ask(fit)).find((found) => found.length > 0);
  if (plain !== undefined) return plain;
  const found = distinct([
    ...[...fitRecord(fit), ...fitOpaque(fit)],
    ...[...fitCombinators(fit), ...fitUnevaluated(fit)],
  ]);
  return found.length > 0 && areAllTaken(fit) ? [] : found;
}

const mostEnumerated = 24;

/** Few whole numbers may fit one by one where no keyword alone shows it. */
function areAllTaken({ of, reader, session, fits }: Fit): boolean {
  const values = of.kind === 'number' ? enumerate(of, mostEnumerated) : undefined;
  if (values === undefined) return false;
  const left = values.filter((value) => session.admits(of, value) !== 'no');
  return fits({ ...someValues(left), opaque: of.opaque }, reader).length === 0;
}

function fitRecord({ of, ...fit }: Fit): Finding[] {
  if (of.kind === 'number') return fitNumber({ ...fit, of });
  if (of.kind === 'string') return fitText({ ...fit, of });
  if (of.kind === 'array') return fitList({ ...fit, of });
  return of.kind === 'object' ? fitObject({ ...fit, of }) : [];
}
