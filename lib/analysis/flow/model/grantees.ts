/** A role of a template. */
export interface RoleNode {
  readonly kind: 'role';
  readonly stack: string;
  readonly logicalId: string;
  readonly arn: string;
  /** The construct path, where CDK wrote it into the metadata. */
  readonly path?: string;
  /** The services that may assume it, such as `lambda.amazonaws.com`, in the template's order. */
  readonly services: readonly string[];
}

/** Who may do something with a channel or a queue, by the policies of the templates. */
export interface Grantee {
  /**
   * The role. Where no template declares it, its ARN; or what else a policy of the channel or queue
   * names: an account, `*`.
   */
  readonly who: RoleNode | string;
  readonly may: 'yes' | 'unknown';
  /** Names the statement that decides, or what is open. */
  readonly reason: string;
}
