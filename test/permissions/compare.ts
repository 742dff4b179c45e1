import { type Cell, cellName, isAllowed } from './matrix';

/** Who may do which actions (apart by spaces) on what, in which contexts (both apart by commas). */
export type Row = readonly [who: string, may: string, on: string, when: string];

/** The cells of the rows; `sqs:*` is every action that the resource takes. */
export function listedBy(rows: readonly Row[], cells: readonly Cell[]): string[] {
  const actions = actionsByTarget(cells);
  return rows.flatMap(([who, may, on, when]) =>
    on.split(', ').flatMap((what) =>
      may
        .split(' ')
        .flatMap((action) => matching(action, actions.get(what)))
        .flatMap((action) => when.split(', ').map((way) => cellName(who, action, what, way))),
    ),
  );
}

function actionsByTarget(cells: readonly Cell[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { request } of cells) {
    const { name } = request.target;
    found.set(name, (found.get(name) ?? new Set()).add(request.action));
  }
  return found;
}

function matching(action: string, taken: ReadonlySet<string> = new Set()): string[] {
  if (!action.endsWith(':*')) return [action];
  return [...taken].filter((one) => one.startsWith(action.slice(0, -1)));
}

export async function allowedAmong(cells: readonly Cell[]): Promise<Set<string>> {
  const allowed = new Set<string>();
  for (const cell of cells) if (await isAllowed(cell)) allowed.add(cell.name);
  return allowed;
}

/** A line a difference; none where the templates allow exactly what is listed. */
export function differences(
  listed: readonly string[],
  allowed: ReadonlySet<string>,
  cells: readonly Cell[],
): string[] {
  const asked = new Set(cells.map(({ name }) => name));
  const expected = new Set(listed);
  const twice = listed.filter((name, at) => listed.indexOf(name) !== at);
  const isDenied = (name: string) => asked.has(name) && !allowed.has(name);
  return [
    ...[...allowed]
      .filter((name) => !expected.has(name))
      .map((one) => `allowed but not listed: ${one}`),
    ...[...expected].filter(isDenied).map((one) => `listed but denied: ${one}`),
    ...[...expected]
      .filter((name) => !asked.has(name))
      .map((one) => `listed but no such cell: ${one}`),
    ...twice.map((one) => `listed twice: ${one}`),
  ];
}
