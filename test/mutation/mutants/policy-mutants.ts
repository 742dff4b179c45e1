import { type Fields, isFields, type Json, type Path, valueAt } from '../template';
import type { Change, Place } from './mutant';
import { swapped } from './swapped';

/** Where a type of resource keeps its policy, and what a mutant of it is called. */
export const policies: Readonly<Record<string, { kind: string; path: Path }>> = {
  'AWS::SQS::QueuePolicy': { kind: 'queue policy', path: ['Properties', 'PolicyDocument'] },
  'AWS::SNS::TopicPolicy': { kind: 'topic policy', path: ['Properties', 'PolicyDocument'] },
  'AWS::Events::EventBusPolicy': { kind: 'bus policy', path: ['Properties', 'Statement'] },
  'AWS::EventSchemas::RegistryPolicy': { kind: 'registry policy', path: ['Properties', 'Policy'] },
  'AWS::KMS::Key': { kind: 'key policy', path: ['Properties', 'KeyPolicy'] },
  'AWS::IAM::Policy': { kind: 'identity policy', path: ['Properties', 'PolicyDocument'] },
  'AWS::IAM::Role': { kind: 'trust policy', path: ['Properties', 'AssumeRolePolicyDocument'] },
};

type Edit = Omit<Change, 'kind'>;

/** Each statement, condition, action, principal and resource of a policy, removed or widened. */
export function* policyMutants(place: Place): Generator<Change> {
  const policy = policies[place.resource.Type];
  if (policy === undefined) return;
  const { kind, path } = policy;
  for (const edit of editsOf(place, path)) yield { kind, ...edit };
}

/** A bus policy is one statement; the others are documents with a list of them. */
function* editsOf(place: Place, path: Path): Generator<Edit> {
  const value = valueAt(place.resource, path);
  if (!isFields(value) || !Array.isArray(value.Statement)) {
    yield* statementEdits(place, path);
    return;
  }
  yield { path: [...path, 'Version'], mutation: 'version removed' };
  for (const index of value.Statement.keys()) {
    yield* statementEdits(place, [...path, 'Statement', index]);
  }
}

function* statementEdits(place: Place, path: Path): Generator<Edit> {
  const statement = valueAt(place.resource, path);
  if (!isFields(statement)) return;
  yield { path, mutation: isDenial(statement) ? 'denial removed' : 'statement removed' };
  const effect = isDenial(statement) ? 'Allow' : 'Deny';
  yield { path: [...path, 'Effect'], mutation: 'effect turned', by: effect };
  yield* actionEdits(statement.Action, [...path, 'Action']);
  if (statement.Principal !== undefined) yield* principalEdits(statement.Principal, path);
  yield* resourceEdits(place, [...path, 'Resource']);
  if (isFields(statement.Condition)) {
    yield* conditionEdits(place, statement.Condition, [...path, 'Condition']);
  }
}

function isDenial(statement: Fields): boolean {
  return statement.Effect === 'Deny';
}

function* actionEdits(value: Json, path: Path): Generator<Edit> {
  const actions = [value].flat() as string[];
  for (const service of new Set(actions.map((action) => action.split(':')[0]))) {
    const all = `${service}:*`;
    // Where all is denied already, less is what opens it.
    const by = actions.includes(all) ? `${service}:Get*` : all;
    yield { path, mutation: 'action widened', by };
  }
  yield* eachOfSeveral(value, path, 'action removed');
}

function* principalEdits(principal: Json, statement: Path): Generator<Edit> {
  const path = [...statement, 'Principal'];
  // `*` alone and `{ AWS: '*' }` mean the same: of a denial for everyone only a narrower one is left.
  const everyone = principal === '*' || (isFields(principal) && principal.AWS === '*');
  if (everyone)
    yield { path, mutation: 'principal narrowed', by: { Service: 'sqs.amazonaws.com' } };
  else yield { path, mutation: 'principal widened', by: '*' };
  if (isFields(principal) && principal.Service !== undefined) {
    yield { path, mutation: 'principal widened', by: { Service: '*' } };
  }
}

function* resourceEdits(place: Place, path: Path): Generator<Edit> {
  const value = valueAt(place.resource, path);
  // A trust policy has no resource, and in a key policy `*` is the key.
  if (value === undefined || value === '*') return;
  yield { path, mutation: 'resource widened', by: '*' };
  yield* otherReference(place, value, path);
}

function* conditionEdits(place: Place, condition: Fields, path: Path): Generator<Edit> {
  yield { path, mutation: 'condition removed' };
  for (const [operator, keys] of Object.entries(condition)) {
    yield { path: [...path, operator], mutation: 'condition operator removed' };
    if (!isFields(keys)) continue;
    yield* loosened(condition, operator, path);
    for (const [key, value] of Object.entries(keys)) {
      const at = [...path, operator, key];
      yield { path: at, mutation: 'condition key removed' };
      yield { path: at, mutation: 'condition value widened', by: '*' };
      if (value === 'false') yield { path: at, mutation: 'condition value turned', by: 'true' };
      yield* eachOfSeveral(value, at, 'condition value removed');
      yield* otherReference(place, value, at);
    }
  }
}

/** `IfExists` lets a request through that leaves the key out; `Null` itself asks for that. */
function* loosened(condition: Fields, operator: string, path: Path): Generator<Edit> {
  if (operator === 'Null') return;
  const { [operator]: keys, ...others } = condition;
  const by = { ...others, [`${operator}IfExists`]: keys };
  yield { path, mutation: 'condition operator loosened', by };
}

function* otherReference(place: Place, value: Json, path: Path): Generator<Edit> {
  const by = swapped(value, place);
  if (by !== undefined) yield { path, mutation: 'reference swapped', by };
}

function* eachOfSeveral(value: Json, path: Path, mutation: string): Generator<Edit> {
  if (!Array.isArray(value) || value.length < 2) return;
  for (const index of value.keys()) yield { path: [...path, index], mutation };
}
