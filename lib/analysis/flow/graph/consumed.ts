import { redriveOf } from '../admission/redrive';
import type { Admission } from '../model';
import { intrinsicOf } from '../resolution/intrinsics';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, isFields, listOf, type Resource, scalarText } from '../resolution/template';
import type { Surroundings } from './surroundings';

/** What pipes and event source mappings have in common: where they take events from, and which. */

/** Types whose attributes a template can make anything of, the ARN of a queue as well. */
const anything =
  /^(AWS::CloudFormation::|AWS::SQS::Queue$|AWS::SSM::Parameter$|Custom::)|^(?!AWS::)/;

/**
 * A resource of a known type that is no queue, a table's stream for instance: its ARN is a value
 * that only a deployment tells, but certainly not a queue's.
 */
export function comesFromNoQueue(resolver: Resolver, stack: string, raw: unknown): boolean {
  const intrinsic = isFields(raw) ? intrinsicOf(raw) : undefined;
  if (intrinsic?.name !== 'Ref' && intrinsic?.name !== 'Fn::GetAtt') return false;
  const [named] = listOf(intrinsic.argument);
  const logicalId = scalarText(named)?.split('.')[0] ?? '';
  const found: Resource | undefined = resolver.templates.get(stack)?.resources.get(logicalId);
  return found !== undefined && !anything.test(found.type);
}

/** The patterns, as they stand; what is no list of them stands for one that is not known. */
export function filtersOf(parameters: unknown): readonly unknown[] {
  if (parameters !== undefined && !isFields(parameters)) return [parameters];
  const criteria = fieldOf(parameters, 'FilterCriteria');
  if (criteria === undefined) return [];
  if (!isFields(criteria)) return [criteria];
  const filters = fieldOf(criteria, 'Filters');
  const list = filters === undefined || Array.isArray(filters) ? listOf(filters) : [filters];
  return list.map((filter) => (isFields(filter) ? fieldOf(filter, 'Pattern') : filter));
}

/** The dead-letter queue of the source, where a template declares the source. */
export function deadLetterOf(source: string, surroundings: Surroundings): Admission | undefined {
  const queue = surroundings.queues.get(source);
  return queue && redriveOf(queue, surroundings);
}
