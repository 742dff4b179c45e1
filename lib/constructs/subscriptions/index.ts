export { Delivery, type PullOptions } from './delivery';
export { Subscription } from './subscription';
export type { ISubscriptionGrants } from './subscription-grants';
export type { SubscriptionOptions, SubscriptionProps } from './subscription-props';
