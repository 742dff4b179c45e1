export interface ExpectedTopic {
  /** Its place with `Topic`, `TopicPolicy` and, unless it is FIFO, `DeadLetters` is theirs. */
  readonly place: string;
  /** @default - the key that AWS manages for SNS */
  readonly key?: string;
  /** @default - a standard topic */
  readonly fifo?: { readonly name: string; readonly throughputScope: string };
}

export const topics: readonly ExpectedTopic[] = [
  { place: 'Fanout/Open' },
  { place: 'Fanout/Secret', key: 'Fanout/TopicKey' },
  {
    place: 'Ordered/Ledger',
    key: 'Ordered/LedgerKey',
    fifo: { name: 'Ordered-Ledger-135E44E2.fifo', throughputScope: 'MessageGroup' },
  },
  {
    place: 'Ordered/Plain',
    fifo: { name: 'Ordered-Plain-361388F5.fifo', throughputScope: 'Topic' },
  },
  { place: 'InTurn/News' },
];
