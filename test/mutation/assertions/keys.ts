import { keys } from '../expected/keys';
import type { Templates } from '../template';
import { resourceAt, same, statementsAre, type Violations } from './compare';

const account = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' },
  Action: 'kms:*',
  Resource: '*',
};

export function everyKeyOpensToItsAccountAndTheServiceThatUsesItOnly(
  templates: Templates,
): Violations {
  return keys.flatMap(({ place, allows }) => {
    const { KeyPolicy, ...others } = resourceAt(templates, place).Properties;
    return [
      ...statementsAre(place, KeyPolicy, [account, ...allows]),
      ...same(`${place} other settings`, others, {}),
    ];
  });
}
