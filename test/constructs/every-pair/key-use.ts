import { type Statement, statementsIn } from './policy-rules';
import type { TemplateOf } from './shop';

/** What SQS and SNS do with a key in the name of whoever asks them. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'sqs:SendMessage': ['kms:Decrypt', 'kms:GenerateDataKey'],
  'sqs:ReceiveMessage': ['kms:Decrypt'],
  'sns:Publish': ['kms:Decrypt', 'kms:GenerateDataKey*'],
};

/** A statement on a queue or topic that is of no use, because the key stays shut for it. */
export function withoutKey(template: TemplateOf): string[] {
  const all = statementsIn(template, 'AWS::IAM::Policy');
  return all.flatMap(({ id, statement }) => {
    const ofSame = all.filter((other) => other.id === id).map((other) => other.statement);
    const may = ofSame.filter((other) => names(other, statement.Resource)).flatMap(actionsOf);
    return actionsOf(statement)
      .flatMap((action) => needed[action] ?? [])
      .filter((action) => !may.includes(action))
      .map((action) => `${id}: ${action} for ${JSON.stringify(statement.Resource)}`);
  });
}

export function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}

/** Whether a statement is on a key for messages of a queue or topic. */
function names({ Condition }: Statement, resource: unknown): boolean {
  const contexts = Object.values(Condition?.StringEquals ?? {}).flatMap((value) => [value].flat());
  return contexts.some((one) => JSON.stringify(one) === JSON.stringify(resource));
}

/** Statements of people, functions and pipes on any key. */
export function onKeys(template: TemplateOf): string[] {
  return statementsIn(template, 'AWS::IAM::Policy')
    .flatMap(({ statement }) => actionsOf(statement))
    .filter((action) => action.startsWith('kms:'));
}
