import { styleText } from 'node:util';

/** The description of an explanation, for a terminal with colours. */
export function colour(text: string): string {
  const [headline = '', ...lines] = text.split('\n');
  return [paint('bold', headline), ...lines.map(colourLine)].join('\n');
}

function colourLine(line: string): string {
  if (line.startsWith('✗')) {
    return paint('red', line);
  }
  return line.startsWith('✓') ? paint('green', line) : line;
}

/** Whether there are to be colours was asked before; Node before 20.12 has none. */
function paint(style: 'bold' | 'red' | 'green', text: string): string {
  return styleText === undefined ? text : styleText(style, text, { validateStream: false });
}
