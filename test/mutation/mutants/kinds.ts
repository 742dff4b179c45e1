/** What a setting is about, by the type of its resource and the path to it. The first that fits. */
export const kinds: readonly (readonly [type: RegExp, path: RegExp, kind: string])[] = [
  [/./, /^DeletionPolicy$/, 'deletion policy'],
  [/./, /^UpdateReplacePolicy$/, 'replace policy'],
  [/./, /^DependsOn/, 'order of creation'],
  [/SNS::Topic$/, /Kms/, 'topic encryption'],
  [/./, /Kms|SqsManagedSse/, 'encryption'],
  [/SQS::Queue$/, /MessageRetentionPeriod$/, 'retention'],
  [/Archive$|LogGroup$/, /Retention/, 'retention'],
  [/SNS::Subscription$/, /\.FilterPolicy/, 'filter of a topic subscription'],
  [/SNS::Subscription$/, /\.RedrivePolicy/, 'dead letters of a topic subscription'],
  [/SNS::Subscription$/, /\.RawMessageDelivery$/, 'raw delivery'],
  [/./, /\.RedrivePolicy/, 'redrive policy'],
  [/./, /\.RedriveAllowPolicy/, 'redrive allow policy'],
  [/./, /\.DeadLetterConfig/, 'dead letters of rule and bus'],
  [/Events::Rule$/, /\.RetryPolicy/, 'retry policy'],
  [/Events::Rule$/, /\.EventPattern/, 'filter'],
  [/Events::Rule$/, /\.Targets/, 'target'],
  [/./, /\.AuthorizationType$/, 'api authorization'],
  [/./, /\.PassthroughBehavior$/, 'api passthrough'],
  [/RequestValidator$|Model$/, /./, 'api request validation'],
  [/./, /\.Request(ValidatorId|Models)/, 'api request validation'],
  [/./, /\.Throttling/, 'api throttling'],
  [/./, /\.(TracingEnabled|DataTraceEnabled|MetricsEnabled)$/, 'api tracing'],
  [/./, /\.AccessLogSetting/, 'api access log'],
  [/./, /\.Integration\./, 'api integration'],
  [/ApiGateway/, /./, 'api'],
  [/SQS::/, /./, 'queue'],
  [/SNS::Subscription$/, /./, 'topic subscription'],
  [/SNS::/, /./, 'topic'],
  [/Events::Rule$/, /./, 'rule'],
  [/Events::Archive$/, /./, 'archive'],
  [/Events::/, /./, 'bus'],
  [/IAM::/, /./, 'identity'],
  [/KMS::/, /./, 'key'],
];

/** A kind of its own is better than none: a type that the table has not shows by its name. */
export function kindOf(type: string, path: string): string {
  return kinds.find(([types, paths]) => types.test(type) && paths.test(path))?.[2] ?? type;
}
