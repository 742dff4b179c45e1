/** Versions as people say them: `version 3`, `versions 1 to 4 and 7`. */
export function sayVersions(versions: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const version of [...versions].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && version <= run[1] + 1) run[1] = version;
    else runs.push([version, version]);
  }
  const said = runs.flatMap(([first, last]) => {
    if (first === last) return [String(first)];
    return first + 1 === last ? [String(first), String(last)] : [`${first} to ${last}`];
  });
  const last = said.pop() ?? '';
  const list = said.length > 0 ? `${said.join(', ')} and ${last}` : last;
  return `${versions.length > 1 ? 'versions' : 'version'} ${list}`;
}
