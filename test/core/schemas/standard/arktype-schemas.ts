/**
 * Converts types of arktype and prints what came of them. A program of its own: arktype is an ES
 * module, which jest doesn't load.
 */
import { scope, type } from 'arktype';
import { schemaOfStandard } from '../../../../lib/core/schemas/standard';

const treeOf = () => {
  const { node } = scope({ node: { value: 'number', 'next?': 'node' } }).export();
  return type({ node });
};

const types = {
  order: type({ id: 'string', lines: type({ quantity: 'number.integer >= 1' }).array() }),
  parsed: type({ field: 'string.numeric.parse' }),
  narrow: type({ field: type('string').narrow(() => true) }),
  date: type({ field: 'Date' }),
  bigint: type({ field: 'bigint' }),
  undefined: type({ field: 'undefined' }),
  map: type({ field: 'Map' }),
  flags: type({ field: /^a/i }),
  noFlags: type({ field: /^a/ }),
  tree: treeOf(),
  treeAgain: treeOf(),
};

const converted = Object.entries(types).map(([name, one]) => [name, schemaOfStandard(one)]);
console.log(JSON.stringify(Object.fromEntries(converted)));
