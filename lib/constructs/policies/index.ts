export { type ChannelService, channelServices } from './channel-service';
export { type Permission, type Permitted, permit } from './identity';
export { problemsOfKey } from './key-problems';
export { OpenedKeys, openKeyToBus, openKeyToQueues, openKeyToTopics } from './key-statements';
export { PolicyOwner, type RequiredStatement } from './policy-owner';
export { onKeysOf, receiveFrom, sendTo } from './queue-permissions';
export { from, fromAnyRuleOf, letServiceSend } from './queue-statements';
export { RequiredStatements } from './required-statements';
