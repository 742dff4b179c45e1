export { type Permission, type Permitted, permit } from './identity';
export { problemsOfKey } from './key-problems';
export { openKeyToBus, openKeyToQueues } from './key-statements';
export { PolicyOwner, type RequiredStatement } from './policy-owner';
export { from, fromAnyRuleOf, letEventBridgeSend } from './queue-statements';
export { RequiredStatements } from './required-statements';
