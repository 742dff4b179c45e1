import type { Policies } from './policies';
import { type Fields, fieldsOf, listOf } from './template';

/** Every statement with one thing changed: dropped, widened, or rid of one of its conditions. */

export interface Mutant {
  readonly name: string;
  readonly kind: keyof Policies;
  /** The ARN whose policy is changed. */
  readonly of: string;
  readonly policies: Policies;
}

type Change = readonly [name: string, statement: Fields | undefined];

function conditionsRemoved(statement: Fields): Change[] {
  const conditions = fieldsOf(statement['Condition']);
  return Object.entries(conditions).flatMap(([operator, keys]): Change[] =>
    Object.entries(fieldsOf(keys)).flatMap(([key, values]): Change[] => {
      const { [key]: _, ...otherKeys } = fieldsOf(keys);
      const { [operator]: __, ...others } = conditions;
      const left =
        Object.keys(otherKeys).length > 0 ? { ...others, [operator]: otherKeys } : others;
      const list = listOf(values);
      const fewer = list.length < 2 ? [] : list;
      return [
        [`without ${operator} ${key}`, { ...statement, Condition: left }],
        ...fewer.map((value): Change => {
          const rest = list.filter((other) => other !== value);
          const changed = { ...conditions, [operator]: { ...fieldsOf(keys), [key]: rest } };
          return [`without ${value} in ${operator} ${key}`, { ...statement, Condition: changed }];
        }),
      ];
    }),
  );
}

function actionsChanged(statement: Fields): Change[] {
  const actions = listOf(statement['Action']).map(String);
  const dropped = actions.length < 2 ? [] : actions;
  const [service] = (actions[0] ?? '').split(':');
  return [
    ...dropped.map((action): Change => {
      const Action = actions.filter((other) => other !== action);
      return [`without ${action}`, { ...statement, Action }];
    }),
    ...(actions[0] === `${service}:*`
      ? []
      : [[`for ${service}:*`, { ...statement, Action: `${service}:*` }] as const]),
  ];
}

function changesOf(statement: Fields): Change[] {
  const { Principal, Resource, Effect } = statement;
  const isWide = Resource === undefined || Principal !== undefined || Effect === 'Deny';
  const isOpen = Principal === undefined || Effect === 'Deny';
  return [
    ['without the statement', undefined],
    ...actionsChanged(statement),
    ...conditionsRemoved(statement),
    ...(isWide ? [] : [['for any resource', { ...statement, Resource: '*' }] as const]),
    ...(isOpen ? [] : [['for anybody', { ...statement, Principal: '*' }] as const]),
  ];
}

const kinds: readonly (keyof Policies)[] = ['identity', 'resource', 'trust'];

export function mutantsOf(policies: Policies): Mutant[] {
  return kinds.flatMap((kind) =>
    [...policies[kind]].flatMap(([of, statements]) =>
      statements.flatMap((statement, at) =>
        changesOf(statement).map(([name, changed]) => {
          const left = statements.toSpliced(at, 1, ...(changed ? [changed] : []));
          const mutated = new Map(policies[kind]).set(of, left);
          if (left.length === 0) mutated.delete(of);
          const what = `${kind} policy of ${of.split(':').at(-1)}, statement ${at + 1}`;
          return { name: `${what}: ${name}`, kind, of, policies: { ...policies, [kind]: mutated } };
        }),
      ),
    ),
  );
}
