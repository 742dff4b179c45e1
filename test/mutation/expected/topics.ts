export interface ExpectedTopic {
  /** Its place with `Topic`, `TopicPolicy` and `DeadLetters` is theirs. */
  readonly place: string;
  /** @default - the key that AWS manages for SNS */
  readonly key?: string;
}

export const topics: readonly ExpectedTopic[] = [
  { place: 'Fanout/Open' },
  { place: 'Fanout/Secret', key: 'Fanout/TopicKey' },
];
