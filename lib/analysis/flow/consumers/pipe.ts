import { type Ending, endUnknown } from '../endings';
import type { PipeHop, PipeNode, QueueNode } from '../model';
import { fieldOf, scalarText } from '../resolution/template';
import { endUndelivered } from './endings';
import type { RecordTest } from './filters';
import type { QueueRecord } from './record';
import { send } from './sending';
import { patternOf, take } from './taking';

export interface ReadPipe {
  readonly node: PipeNode;
  readonly filter: RecordTest;
}

interface Arrival extends Ending {
  /** The text of what arrives. */
  readonly text?: string;
}

function endTaken({ node }: ReadPipe, record: QueueRecord, queue: QueueNode): Arrival {
  const { admission, deadLetter, properties } = node;
  const { to, verdict, reason } = admission;
  const enrichment = fieldOf(properties, 'Enrichment');
  if (enrichment !== undefined) {
    const what = scalarText(enrichment) ?? 'which is not known';
    return endUnknown(`the pipe has an enrichment, what it makes of the event is open: ${what}`);
  }
  if (verdict === 'unknown' || typeof to === 'string') return { verdict: 'unknown', reason };
  if (verdict === 'denied') return endUndelivered(reason, queue, deadLetter);
  const sending = send(node, to, record);
  if ('refused' in sending) return endUndelivered(sending.refused, queue, deadLetter);
  if ('unclear' in sending) return endUnknown(sending.unclear);
  const { delivers, text, note } = sending;
  const why = [reason, note].filter(Boolean).join('; ');
  return { verdict, reason: why, delivers, ...(text !== undefined && { text }) };
}

export function takeByPipe(
  pipe: ReadPipe,
  record: QueueRecord,
  queue: QueueNode,
): { readonly hop: PipeHop; readonly text?: string } {
  const { node } = pipe;
  const taking = take('the pipe', pipe, record, queue);
  const { text, ...ending }: Arrival = taking.ending ?? endTaken(pipe, record, queue);
  const hop: PipeHop = {
    pipe: node,
    from: queue,
    to: node.admission.to,
    source: node.reception,
    target: node.admission,
    ...ending,
    pattern: patternOf(taking),
    ...(node.deadLetter && { deadLetter: node.deadLetter }),
  };
  return { hop, ...(text !== undefined && { text }) };
}
