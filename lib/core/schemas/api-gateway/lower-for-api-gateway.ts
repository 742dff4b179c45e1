/**
 * A schema of any draft becomes a model of an API Gateway REST API. Two runs: whether `not` and
 * `oneOf` may stay depends on what is lost in schemas further on, also through references, and a
 * schema is only known to be a definition when all references have been met. So the first run finds
 * that out and its result is thrown away.
 */
import { draft4 } from '../dialects';
import type { JsonObject } from '../json';
import { readSchema } from '../read-schema';
import { openSchema } from '../schema-document';
import { SchemaError } from '../schema-error';
import type { LostKeyword } from './given';
import { runDown } from './run';
import { survey } from './survey';

/**
 * The largest model, in bytes of JSON. API Gateway publishes no quota for one; a CloudFormation
 * template holds 1 MB in all, and the API around the model needs its share:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const maxModelBytes = 400_000;

/** A model and what it lets through. */
export interface LoweredSchema {
  /** A schema of draft-04, without annotations, formats and what API Gateway doesn't know. */
  readonly schema: JsonObject;
  /** What the given schema checks and this one doesn't, the root's first, then the definitions'. */
  readonly lost: LostKeyword[];
}

/**
 * A draft-04 schema that accepts everything that the given one accepts, for the `Schema` of an
 * `AWS::ApiGateway::Model`: API Gateway reads draft-04
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html). If nothing
 * is lost, it accepts nothing else. Give it to the model itself: an import of an OpenAPI document
 * changes it (https://github.com/hashicorp/terraform-provider-aws/issues/27344).
 *
 * @param schema JSON Schema of draft-04, 06, 07, 2019-09 or 2020-12, as `$schema` says; 2020-12 if
 *   it says nothing. It is not changed.
 * @throws SchemaError for anything but a valid schema as a JSON object of at most 200 levels, for
 *   one that leads back to itself for the same value, and for a model beyond 400,000 bytes.
 */
export function lowerForApiGateway(schema: object): LoweredSchema {
  const document = openSchema(readSchema(schema));
  const known = survey(runDown(document));
  const { root, definitions, lost } = runDown(document, known);
  const isReference = Object.hasOwn(root, '$ref');
  const model: JsonObject = {
    $schema: draft4,
    // Beside $ref the definitions would be ignored.
    ...(isReference ? { allOf: [root] } : root),
    ...(Object.keys(definitions).length > 0 && { definitions }),
  };
  refuseTooLarge(model);
  return { schema: model, lost: [...lost] };
}

function refuseTooLarge(model: JsonObject): void {
  const bytes = Buffer.byteLength(JSON.stringify(model));
  if (bytes > maxModelBytes) {
    throw new SchemaError(
      '',
      `the model has ${bytes} bytes`,
      `at most ${maxModelBytes}, what repeats in "$defs" with a "$ref" to it`,
    );
  }
}
