import type { Fields } from '../resolution/template';
import type { Admission, ResourceNode } from './resources';

export interface RuleTarget {
  readonly id: string;
  readonly admission: Admission;
  /** Left out where the target has no dead-letter queue. */
  readonly deadLetter?: Admission;
  /** @default - the whole event */
  readonly inputPath?: string;
  /** @default - 24 hours and 185 attempts */
  readonly retry?: {
    readonly maximumEventAgeInSeconds?: number;
    readonly maximumRetryAttempts?: number;
  };
  readonly properties: Fields;
}

export interface RuleNode extends ResourceNode {
  readonly kind: 'rule';
  /** The ARN of its bus. */
  readonly channel: string;
  readonly state: string;
  /** As the template has it, resolved; left out for a rule that has a schedule only. */
  readonly pattern?: unknown;
  readonly targets: readonly RuleTarget[];
}
