export { Delivery, type PullOptions } from './delivery';
export type { OneAtATimeOptions } from './one-at-a-time-options';
export type { ProvisionedPollers, PushOptions } from './push-options';
export { Subscription } from './subscription';
export type { ISubscriptionGrants } from './subscription-grants';
export type { SubscriptionOptions, SubscriptionProps } from './subscription-props';
