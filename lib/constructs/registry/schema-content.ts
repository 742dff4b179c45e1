import type { Problem } from '../../core/diagnostics';
import { schemas } from '../../core/limits';
import { SchemaError } from '../../core/schemas';
import { emitEvent } from '../../core/schemas/emit';
import type { EventContract } from '../contracts';
import type { SchemaFormat } from './schema-format';

/** The text of a contract's schema, or what keeps it out of a registry. */
export function schemaContent(contract: EventContract, format: SchemaFormat): string | Problem {
  const { schema } = contract;
  if (schema === undefined) return withoutSchema(contract);
  const content = textOf({ ...contract._describe(), schema }, format);
  return typeof content === 'string'
    ? withinLimit(contract, content)
    : unreadable(contract, content.message);
}

function textOf(
  event: Parameters<typeof emitEvent>[0],
  format: SchemaFormat,
): string | SchemaError {
  try {
    return emitEvent(event, format);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
}

function withinLimit(contract: EventContract, content: string): string | Problem {
  const { max, unit } = schemas.content;
  if (content.length <= max) return content;
  return {
    ...about,
    given: `${nameOf(contract)} makes ${content.length} ${unit}`,
    expected: `a registry takes ${max} ${unit} a schema, with the envelope around it`,
    fix: 'Say what repeats once, in $defs, or shorten descriptions and the first example.',
  };
}

const withoutSchema = (contract: EventContract): Problem => ({
  ...about,
  given: `${nameOf(contract)} has no schema`,
  expected: 'a registry keeps schemas',
  fix: 'Give the contract a schema, or leave it out here.',
});

const unreadable = (contract: EventContract, message: string): Problem => ({
  ...about,
  given: `${nameOf(contract)} given`,
  expected: message,
  fix: 'Mend the schema of the contract.',
});

const about = { id: 'spillway:registry-schema', prop: 'contracts' } as const;

const nameOf = ({ source, eventType }: EventContract): string => `${source} ${eventType}`;
