/** Paths that lead through one field may lead through one array, and so have a say in each other. */
export function mayShareArray(path: string, other: string): boolean {
  return firstName(path) === firstName(other);
}

/** The name of the field at the top that a path leads through. */
export function firstName(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** The paths of the objects above, the nearest first. */
export function above(path: string): readonly string[] {
  const result: string[] = [];
  for (
    let dot = path.lastIndexOf('.');
    dot >= 0;
    dot = dot === 0 ? -1 : path.lastIndexOf('.', dot - 1)
  ) {
    result.push(path.slice(0, dot));
  }
  return result;
}
