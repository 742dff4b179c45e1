import { judgeContent } from '../acceptance';
import { type Answer, yes } from '../answer';
import { judgeCopies } from '../deduplication';
import { nameOf, truthOf } from '../graph/resources';
import type { Delivered, PipeNode, QueueNode } from '../model';
import { bodyOf } from '../notification';
import type { Truth } from '../resolution/compare';
import { hasHole } from '../resolution/symbolic-text';
import { fieldOf, scalarText } from '../resolution/template';
import { isPath, type Made, makeInput, makeParameter, pathsOf } from './input';
import { isGroup } from './queue-message';
import type { QueueRecord } from './record';

/** What a pipe sends to its target, a queue, which may refuse it: SQS's rules for SendMessage. */
export type Sending =
  | { readonly delivers: Delivered; readonly text?: string; readonly note?: string }
  | { readonly refused: string }
  | { readonly unclear: string };

/** A parameter, or why the queue refuses what it becomes, or why that can't be told. */
type Id = { readonly id?: string } | { readonly refused: string } | { readonly unclear: string };

/** Parameters that only a deployment tells: then nobody knows what stands within them. */
function holeIn({ properties }: PipeNode, ...way: string[]): string | undefined {
  const values = way.map((_, at) => fieldOf(properties, ...way.slice(0, at + 1)));
  return values.map(scalarText).find((text) => text !== undefined && hasHole(text));
}

function idOf(pipe: PipeNode, name: string, record: QueueRecord): Id {
  const way = ['TargetParameters', 'SqsQueueParameters', name];
  const hole = holeIn(pipe, ...way);
  if (hole !== undefined) return { unclear: `the ${name} is not known: ${hole}` };
  const value = scalarText(fieldOf(pipe.properties, ...way)) ?? '';
  if (value === '') return {};
  const made: Made = makeParameter(value, record);
  if ('unclear' in made) return { unclear: `the ${name}: ${made.unclear}` };
  if ('missing' in made) return { refused: `the ${name} is ${value}: ${made.missing}` };
  const { text } = made;
  const fits = hasHole(text) || isGroup(text);
  const wanted = 'SQS takes 1 to 128 letters, digits or punctuation characters';
  return fits ? { id: text } : { refused: `the ${name} is ${JSON.stringify(text)}: ${wanted}` };
}

/** The pipe has no such parameter. */
function isNone(id: Id): boolean {
  return !('id' in id || 'refused' in id || 'unclear' in id);
}

/** Why a FIFO queue certainly refuses an event. */
function refusalOfFifo(queue: QueueNode, group: Id, deduplication: Id): string | undefined {
  const name = nameOf(queue);
  for (const id of [group, deduplication]) if ('refused' in id) return id.refused;
  if (isNone(group)) return `${name} is a FIFO queue and the pipe sets no MessageGroupId`;
  if (!isNone(deduplication) || deduplicates(queue) !== 'no') return undefined;
  return `${name} is a FIFO queue without ContentBasedDeduplication and the pipe sets no MessageDeduplicationId`;
}

function deduplicates({ properties }: QueueNode): Truth {
  return truthOf(fieldOf(properties, 'ContentBasedDeduplication'));
}

/**
 * A standard queue takes a group, for fair queues, but no deduplication id. Whether a pipe sends
 * without a group what has none at the group's path, no page tells.
 */
function idsFor(queue: QueueNode, group: Id, deduplication: Id): Id {
  const fifo = truthOf(fieldOf(queue.properties, 'FifoQueue'));
  if (fifo === 'unknown') return { unclear: `whether ${nameOf(queue)} is FIFO is not known` };
  const refused = fifo === 'yes' ? refusalOfFifo(queue, group, deduplication) : undefined;
  if (refused) return { refused };
  for (const id of [group, deduplication]) {
    if ('unclear' in id) return id;
    if ('refused' in id) return { unclear: id.refused };
  }
  if (fifo === 'no' && !isNone(deduplication)) {
    return { refused: `${nameOf(queue)} is a standard queue, which takes no deduplication id` };
  }
  if (fifo === 'yes' && isNone(deduplication) && deduplicates(queue) === 'unknown') {
    return { unclear: `whether ${nameOf(queue)} deduplicates by content is not known` };
  }
  return group;
}

/** A path, or nothing where every event has the same text. */
const pathIn = (value: string) => (isPath(value) ? [value] : []);

/**
 * Whether a FIFO queue drops what the pipe sends as a copy of what it sent before.
 *
 * @param template Undefined where it can't be told what the pipe makes of it.
 */
function judgeSent(pipe: PipeNode, queue: QueueNode, template: string | undefined): Answer {
  if (truthOf(fieldOf(queue.properties, 'FifoQueue')) === 'no') return yes('');
  const textOf = (name: string) =>
    scalarText(fieldOf(pipe.properties, 'TargetParameters', 'SqsQueueParameters', name)) ?? '';
  const given = textOf('MessageDeduplicationId');
  const known = { group: pathIn(textOf('MessageGroupId')), within: 'record' } as const;
  if (given !== '') {
    const what = `the MessageDeduplicationId ${given}`;
    return judgeCopies(queue, { ...known, what, id: pathIn(given) });
  }
  if (template === undefined) return yes('');
  const what = 'the InputTemplate, by whose text the queue deduplicates,';
  return judgeCopies(queue, { ...known, what, id: pathsOf(template) });
}

/** What arrives of what the pipe made, as far as that is known. */
function arriving(queue: QueueNode, made: Made, messageGroupId: string | undefined): Sending {
  if (!('text' in made)) {
    const why = 'missing' in made ? made.missing : made.unclear;
    return { delivers: { unknown: why } };
  }
  const { text, note } = made;
  const { is, why } = judgeContent(queue, { text, attributes: {} });
  if (is !== 'yes') return is === 'no' ? { refused: why } : { unclear: why };
  const withGroup = messageGroupId === undefined ? {} : { messageGroupId };
  return { delivers: { ...bodyOf(text), ...withGroup }, text, ...(note && { note }) };
}

export function send(pipe: PipeNode, queue: QueueNode, record: QueueRecord): Sending {
  const group = idOf(pipe, 'MessageGroupId', record);
  const ids = idsFor(queue, group, idOf(pipe, 'MessageDeduplicationId', record));
  if ('refused' in ids || 'unclear' in ids) return ids;
  const given = scalarText(fieldOf(pipe.properties, 'TargetParameters', 'InputTemplate'));
  const sending = arriving(queue, makeInput(given, record), ids.id);
  if (!('delivers' in sending)) return sending;
  const template = sending.text === undefined ? undefined : (given ?? '');
  const { is, why } = judgeSent(pipe, queue, template);
  if (is === 'unknown') return { unclear: why };
  const note = [sending.note, why].filter(Boolean).join('; ');
  return { ...sending, ...(note && { note }) };
}
