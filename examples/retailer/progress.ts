import type { WriteStream } from 'node:tty';

const longestBar = 40;

/** A bar on a terminal; nothing where nobody watches (no terminal, or CI). */
export function progressOn(stream: WriteStream, label: string) {
  if (!stream.isTTY || process.env.CI || process.env.NO_COLOR) return () => {};
  const room = (stream.columns || 80) - `${label}  100 % `.length;
  const width = Math.max(0, Math.min(longestBar, room)); // a line that wraps can't be overwritten
  let shown = -1;
  return (done: number, of: number): void => {
    const percent = Math.floor((100 * done) / of);
    if (percent === shown) return;
    shown = percent;
    const full = Math.floor((width * done) / of);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    stream.write(done === of ? '\r\x1b[K' : `\r${label} ${bar} ${percent} %`);
  };
}
