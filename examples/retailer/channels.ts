/**
 * The channels that the example runs on, each by the word that `--channel` and `-c channel` take,
 * and what it is for a reader.
 */
export const channels = {
  classic: 'a Classic bus',
  standard: 'an SNS standard topic',
  fifo: 'an SNS FIFO topic',
} as const;

export type ChannelName = keyof typeof channels;

/** What cdk.json's app is deployed on, unless it is told another. */
export const defaultChannel: ChannelName = 'classic';

/**
 * The channel of this name.
 *
 * @param option how the user gave it, for the message
 * @throws RangeError in one line, if it is none
 */
export function channelNamed(value: unknown, option: string): ChannelName {
  const names = Object.keys(channels) as ChannelName[];
  const name = names.find((one) => one === value);
  if (name !== undefined) return name;
  throw new RangeError(
    `${option}: ${JSON.stringify(value)} is no channel; give one of ${names.join(', ')}`,
  );
}
