import { App, Aspects, RemovalPolicies } from 'aws-cdk-lib';
import { AttributeFiltersStack } from '../../../examples/attribute-filters-stack';
import { ContractsStack } from '../../../examples/contracts-stack';
import { FifoTopicStack } from '../../../examples/fifo-topic-stack';
import { OneAtATimeStack } from '../../../examples/one-at-a-time-stack';
import { PushStack } from '../../../examples/push-stack';
import { SchemaRegistryStack } from '../../../examples/schema-registry-stack';
import { ShopStack } from '../../../examples/shop-stack';
import { TopicStack } from '../../../examples/topic-stack';
import { WorkQueueStack } from '../../../examples/work-queue-stack';
import { tellOutputs } from './outputs';
import { WithoutRefused } from './refused';
import { addWitness } from './witness';

/**
 * The examples that are stacks, each as it stands, for an endpoint without AWS: what that
 * refuses is taken out, each stack tells its queues and topics, each function tells what it did.
 * With `-c real=true` as AWS would get them, in a stage of which nothing stays.
 */
const app = new App();
new TopicStack(app, 'Topic');
new AttributeFiltersStack(app, 'AttributeFilters');
new FifoTopicStack(app, 'FifoTopic');
new WorkQueueStack(app, 'WorkQueue');
new OneAtATimeStack(app, 'OneAtATime');
new PushStack(app, 'Push');
new ShopStack(app, 'Shop');
new ContractsStack(app, 'Contracts');
new SchemaRegistryStack(app, 'SchemaRegistry');
RemovalPolicies.of(app).destroy();
if (!app.node.tryGetContext('real')) {
  addWitness(app);
  tellOutputs(app);
  Aspects.of(app).add(new WithoutRefused());
}
