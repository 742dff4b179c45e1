import type { ContractDescription } from '../../core/contracts';

/** A stack as it was synthesised. */
export interface AssemblyStack {
  /** Its name in CloudFormation. */
  readonly name: string;
  /** Its account; absent where the app leaves that to the deployment. */
  readonly account?: string;
  /** Its region; absent where the app leaves that to the deployment. */
  readonly region?: string;
  readonly template: Record<string, unknown>;
}

/** A contract with the construct that declares it. */
export interface DeclaredContract extends ContractDescription {
  /** The path of that construct; of several, the first one in their order. */
  readonly place: string;
  /**
   * Where its accepted versions are kept, relative to where the app ran; absent where its
   * `contractsDirectory` was left out.
   */
  readonly directory?: string;
}

/** A cloud assembly, with those of its stages. */
export interface Assembly {
  readonly stacks: readonly AssemblyStack[];
  /** Each contract once, in the order of source and event type. */
  readonly contracts: readonly DeclaredContract[];
}

/** An assembly that can't be read, or that contradicts itself. */
export class AssemblyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AssemblyError';
  }
}
