/**
 * A name, or if it is taken the first free one of those with a number after it, from 2 on.
 *
 * @param separator what stands between the name and its number.
 */
export function freeName(
  wished: string,
  isTaken: (name: string) => boolean,
  separator = '',
): string {
  let name = wished;
  for (let number = 2; isTaken(name); number += 1) name = `${wished}${separator}${number}`;
  return name;
}
