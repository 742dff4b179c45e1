import type { IAspect } from 'aws-cdk-lib';
import { CfnMethod } from 'aws-cdk-lib/aws-apigateway';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { readHeaders } from '../../lib/constructs/producers/templates/data-template';
import { changeRequestTemplate, type Replacement } from './request-template';

/**
 * LocalEmu's Velocity has `length` and `substring` for texts of a template, but not for those that come with a request: of these, texts of the
 * template are made, in Velocity itself the same. Nor can it go through the headers: it finds one by name, among other things. So CloudEvents are not sent to it: what becomes of them is shown on the template.
 */
const ofTheTemplate: readonly Replacement[] = [
  [readHeaders, `#set($event = {})#set($id = $input.params('Idempotency-Key'))`],
  ['#set($isEvent = $event.size() > 0)', '#set($isEvent = false)'],
  ['#set($at = $context.requestTime)', '#set($at = "$context.requestTime")'],
  ['#if($input.body.length() > ', '#set($body = "$input.body")#if($body.length() > '],
];

/** What is changed of the app so that LocalEmu can run it. `knownDifferences` says the same of the templates. */
export class ForLocalEmu implements IAspect {
  visit(node: IConstruct): void {
    if (node instanceof CfnMethod) changeRequestTemplate(node, ofTheTemplate);
    // AWS gives up at once where the queue is gone; LocalEmu would try that again 185 times, for an hour and a half.
    if (node instanceof CfnRule) {
      node.addPropertyOverride('Targets.0.RetryPolicy.MaximumRetryAttempts', 0);
    }
  }
}
