import { roles } from '../expected/identities';
import type { Templates } from '../template';
import { resourceAt, same, statementsAre, type Violations } from './compare';

export function everyRoleTrustsItsServiceOnly(templates: Templates): Violations {
  return roles.flatMap(({ place, trusts, onlyFor }) => {
    const { AssumeRolePolicyDocument } = resourceAt(templates, place).Properties;
    return statementsAre(place, AssumeRolePolicyDocument, [
      {
        Effect: 'Allow',
        Principal: { Service: trusts },
        Action: 'sts:AssumeRole',
        ...(onlyFor && { Condition: onlyFor }),
      },
    ]);
  });
}

export function everyRoleMayDoWhatItWasGrantedAndNothingElse(templates: Templates): Violations {
  return roles.flatMap(({ place, may }) => {
    const policy = `${place}DefaultPolicy`;
    const { PolicyDocument, Roles, PolicyName } = resourceAt(templates, policy).Properties;
    // IAM takes no policy without a name, and a role's policies of one name overwrite each other.
    const isNamed =
      typeof PolicyName === 'string' && /^\w+DefaultPolicy[0-9A-F]{8}$/.test(PolicyName);
    return [
      ...same(`${policy} PolicyName is of its own`, isNamed, true),
      ...same(`${policy} Roles`, Roles, [`\${${place}}`]),
      ...statementsAre(policy, PolicyDocument, may),
    ];
  });
}

export function noRoleHasMoreThanItsDefaultPolicy(templates: Templates): Violations {
  return roles.flatMap(({ place }) => {
    const { AssumeRolePolicyDocument, ...others } = resourceAt(templates, place).Properties;
    return same(`${place} properties`, Object.keys(others), []);
  });
}
