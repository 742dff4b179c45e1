import {
  type Fields,
  fieldsOf,
  listOf,
  type Resource,
  resourcesOf,
  type Templates,
} from './template';

/**
 * Plain ARNs for the policies of a template. It knows the few intrinsics that stand in them and
 * refuses every other: a guessed ARN would deny a cell for the wrong reason. It shares nothing with
 * lib/, so that a mistake there can't agree with itself here.
 */

export const account = '111111111111';
export const region = 'eu-west-1';

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::URLSuffix': 'amazonaws.com',
};

export const arnOf = (service: string, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

export class Resolver {
  private readonly byId: ReadonlyMap<string, Resource>;

  constructor(private readonly templates: Templates) {
    const all = resourcesOf(templates);
    this.byId = new Map(all.map((one) => [`${one.stack}/${one.logicalId}`, one]));
  }

  value(stack: string, raw: unknown): unknown {
    if (Array.isArray(raw)) return raw.map((item) => this.value(stack, item));
    if (typeof raw !== 'object' || raw === null) return raw;
    const entries = Object.entries(raw);
    const [[name, argument] = ['', undefined]] = entries;
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      return this.intrinsic(stack, name, argument);
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, this.value(stack, item)]));
  }

  text(stack: string, raw: unknown): string {
    const value = this.value(stack, raw);
    if (typeof value === 'string') return value;
    throw new Error(`${stack}: ${JSON.stringify(raw)} is no text`);
  }

  arn(resource: Resource): string {
    const { stack, logicalId, type, properties } = resource;
    switch (type) {
      case 'AWS::SQS::Queue':
        return arnOf('sqs', `${stack}-${logicalId}`);
      case 'AWS::SNS::Topic':
        return arnOf('sns', `${stack}-${logicalId}`);
      case 'AWS::Events::EventBus':
        return arnOf('events', `event-bus/${this.ref(resource)}`);
      case 'AWS::Events::Archive':
        return arnOf('events', `archive/${stack}-${logicalId}`);
      case 'AWS::Events::Rule':
        return arnOf('events', `rule/${this.segmentOfBus(stack, properties)}${stack}-${logicalId}`);
      case 'AWS::Pipes::Pipe':
        return arnOf('pipes', `pipe/${stack}-${logicalId}`);
      case 'AWS::EventSchemas::Registry':
        return arnOf('schemas', `registry/${this.text(stack, properties['RegistryName'])}`);
      case 'AWS::EventSchemas::Schema':
        return arnOf('schemas', `schema/${this.nameOfSchema(stack, properties)}`);
      case 'AWS::KMS::Key':
        return arnOf('kms', `key/${stack}-${logicalId}`);
      case 'AWS::Logs::LogGroup':
        return arnOf('logs', `log-group:${stack}-${logicalId}`);
      case 'AWS::IAM::Role':
        return `arn:aws:iam::${account}:role/${stack}-${logicalId}`;
      default:
        throw new Error(
          `${stack}/${logicalId}: no ARN is known for ${type}; add it to resolver.ts`,
        );
    }
  }

  /** Rules of the default bus have no bus in their ARN. */
  private segmentOfBus(stack: string, { EventBusName: named }: Fields): string {
    const bus = named === undefined ? 'default' : this.text(stack, named);
    return bus === 'default' ? '' : `${bus}/`;
  }

  private nameOfSchema(stack: string, { RegistryName, SchemaName }: Fields): string {
    return `${this.text(stack, RegistryName)}/${this.text(stack, SchemaName)}`;
  }

  /** What `Ref` gives. */
  ref(resource: Resource): string {
    const { stack, logicalId, type, properties } = resource;
    if (type === 'AWS::SNS::Topic') return this.arn(resource);
    const name = { 'AWS::Events::EventBus': 'Name', 'AWS::ApiGateway::Stage': 'StageName' }[type];
    return name === undefined ? `${stack}-${logicalId}` : this.text(stack, properties[name]);
  }

  resource(stack: string, logicalId: unknown): Resource {
    const found = this.byId.get(`${stack}/${logicalId}`);
    if (!found) throw new Error(`${stack}: there is no resource ${logicalId}`);
    return found;
  }

  private intrinsic(stack: string, name: string, argument: unknown): unknown {
    const [first, second] = listOf(argument);
    if (name === 'Ref') {
      return pseudoParameters[String(first)] ?? this.ref(this.resource(stack, first));
    }
    if (name === 'Fn::Join') {
      return listOf(second)
        .map((part) => this.text(stack, part))
        .join(String(first));
    }
    if (name === 'Fn::ImportValue') return this.exported(this.text(stack, argument));
    if (name === 'Fn::GetStackOutput') return this.output(fieldsOf(argument));
    if (name === 'Fn::GetAtt' && second === 'Arn') return this.arn(this.resource(stack, first));
    throw new Error(`${stack}: ${name} ${JSON.stringify(argument)} is not known; see resolver.ts`);
  }

  /** CDK's weak reference between stacks; here all stand in one region. */
  private output({ StackName: stack, OutputName: name }: Fields): string {
    const outputs = fieldsOf(fieldsOf(this.templates[String(stack)])['Outputs']);
    return this.text(String(stack), fieldsOf(outputs[String(name)])['Value']);
  }

  private exported(name: string): string {
    for (const [stack, template] of Object.entries(this.templates)) {
      for (const output of Object.values(fieldsOf(template['Outputs']))) {
        const { Export: exported, Value: value } = fieldsOf(output);
        if (fieldsOf(exported)['Name'] === name) return this.text(stack, value);
      }
    }
    throw new Error(`no stack exports ${name}`);
  }
}
