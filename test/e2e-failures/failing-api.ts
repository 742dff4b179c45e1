import { Stack } from 'aws-cdk-lib';
import { CfnMethod } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { IngestApi, type IngestApiProps } from '../../lib';
import { changeRequestTemplate, type Replacement } from './request-template';

/** Takes the brace away by which Detail begins: it is no JSON then. */
const malformed: Replacement = ['"Detail":"{', '"Detail":"'];

/**
 * An API whose events PutEvents answers with 200 and does not take. The library's own template makes none such, so that of this API is changed; what
 * it answers a caller is the library's, also to a body of more than a kilobyte.
 */
export class FailingApi extends Stack {
  constructor(scope: Construct, id: string, props: IngestApiProps) {
    super(scope, id);
    const api = new IngestApi(this, 'Api', { ...props, maxBodyKilobytes: 1 });
    for (const node of api.node.findAll()) {
      if (node instanceof CfnMethod) changeRequestTemplate(node, [malformed]);
    }
  }
}
