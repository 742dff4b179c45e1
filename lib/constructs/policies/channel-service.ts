/** The services that carry events to queues, by the principal that a policy names. */
export const channelServices = {
  'events.amazonaws.com': 'EventBridge',
  'sns.amazonaws.com': 'SNS',
} as const;

export type ChannelService = keyof typeof channelServices;
