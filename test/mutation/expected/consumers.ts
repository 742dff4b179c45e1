import type { Fields } from '../template';

/** What takes events out of a queue by itself, with all its settings. */
export interface ExpectedTaker {
  readonly place: string;
  readonly settings: Fields;
  /** What has to stand before: AWS looks at the role when the taker is made. */
  readonly after: readonly string[];
}

export const pushes: readonly ExpectedTaker[] = [
  {
    place: 'Worked/PickerFunctionPushWorkedPicking0FF67CEE',
    settings: {
      FunctionName: 'Picker',
      EventSourceArn: '${Worked/TasksQueue.Arn}',
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    },
    after: ['Worked/PickerDefaultPolicy'],
  },
  {
    place: 'InTurn/HandlerFunctionPushInTurnHandling8B596B05',
    settings: {
      FunctionName: 'Handler',
      EventSourceArn: '${InTurn/HandlingOneAtATimeQueue.Arn}',
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
    after: ['InTurn/HandlerDefaultPolicy'],
  },
];

export const pipes: readonly ExpectedTaker[] = [
  {
    place: 'InTurn/HandlingOneAtATimePipe',
    settings: {
      RoleArn: '${InTurn/HandlingOneAtATimeRole.Arn}',
      Source: '${InTurn/HandlingQueue.Arn}',
      SourceParameters: { SqsQueueParameters: { BatchSize: 1 } },
      Target: '${InTurn/HandlingOneAtATimeQueue.Arn}',
      TargetParameters: {
        InputTemplate:
          '{"detail-type": <$.body.type>, "source": <$.body.source>, "detail": <$.body>}',
        SqsQueueParameters: { MessageGroupId: '$.body.data.orderId' },
      },
    },
    after: ['InTurn/HandlingOneAtATimeRole', 'InTurn/HandlingOneAtATimeRoleDefaultPolicy'],
  },
];
