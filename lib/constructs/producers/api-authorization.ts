import {
  AuthorizationType,
  type IAuthorizer,
  type MethodOptions,
} from 'aws-cdk-lib/aws-apigateway';

/**
 * How a caller of an `IngestApi` is told to be one.
 */
export class ApiAuthorization {
  /**
   * By AWS credentials: requests are signed (SigV4), and `grants.invoke` says who may send which
   * events.
   */
  public static iam(): ApiAuthorization {
    return new ApiAuthorization({ authorizationType: AuthorizationType.IAM });
  }

  /**
   * By an authorizer of CDK's: a Cognito user pool or a function. It decides alone: `grants.invoke`
   * is refused.
   */
  public static authorizer(authorizer: IAuthorizer): ApiAuthorization {
    return new ApiAuthorization({ authorizer });
  }

  /**
   * Not at all: anyone may send any of the events.
   */
  public static none(): ApiAuthorization {
    return new ApiAuthorization({ authorizationType: AuthorizationType.NONE });
  }

  /**
   * Whether `grants.invoke` decides who may send.
   */
  public readonly byIam: boolean;

  /**
   * What each method is given.
   */
  public readonly methodOptions: MethodOptions;

  private constructor(methodOptions: MethodOptions) {
    this.methodOptions = methodOptions;
    this.byIam = methodOptions.authorizationType === AuthorizationType.IAM;
  }
}
