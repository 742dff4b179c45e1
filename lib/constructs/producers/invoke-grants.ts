import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import { refuse, SpillwayError } from '../../core/diagnostics';
import { problemsOfNamed } from '../channels';
import type { EventContract } from '../contracts';
import { permit, type RequiredStatements } from '../policies';

/**
 * Who may send events to an `IngestApi`.
 */
export interface IInvokeGrants {
  /**
   * Lets a caller send events of these contracts, and nothing else.
   *
   * @param grantee the caller: a role, a user
   * @param contracts what it may send: at least one, each taken by the API
   * @throws an error where the API isn't authorised by IAM, or the grantee's policy can't be
   * extended
   */
  invoke(grantee: IGrantable, ...contracts: EventContract[]): Grant;
}

export interface InvokeGrantsOptions {
  readonly api: RestApi;
  readonly contracts: EventContract[];
  readonly byIam: boolean;
  readonly required: RequiredStatements;
}

export class InvokeGrants implements IInvokeGrants {
  constructor(private readonly options: InvokeGrantsOptions) {}

  invoke(grantee: IGrantable, ...contracts: EventContract[]): Grant {
    const { api, contracts: taken, byIam, required } = this.options;
    const where = `${api.node.scope?.node.path} grants.invoke`;
    if (!byIam) throw notByIam(where);
    refuse(where, problemsOfNamed('contracts', contracts, taken));
    const grants = contracts.map(({ eventType }) => {
      const resource = api.arnForExecuteApi('POST', `/${eventType}`, api.deploymentStage.stageName);
      const purpose = `sending ${eventType}`;
      return permit(grantee, { actions: ['execute-api:Invoke'], resource, purpose }, required)
        .grant;
    });
    return grants.reduce((all, grant) => all.combine(grant));
  }
}

function notByIam(where: string): SpillwayError {
  return new SpillwayError(where, [
    {
      id: 'spillway:option-without-effect',
      prop: 'authorization',
      given: 'another authorization than IAM given',
      expected: 'a grant decides only where requests are signed with AWS credentials',
      fix: 'Leave the grant out, or use ApiAuthorization.iam().',
    },
  ]);
}
