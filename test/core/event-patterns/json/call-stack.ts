/**
 * Runs as deep in the call stack as leaves room for a thousand small calls: enough for what is
 * written without recursion, too little for a recursion over some hundred levels.
 */
export function nearTheEndOfTheStack<T>(run: () => T): T | undefined {
  const room = (calls: number): number => (calls === 0 ? 0 : 1 + room(calls - 1));
  const dive = (): T | undefined => {
    try {
      room(1000);
    } catch {
      return undefined;
    }
    return dive() ?? run();
  };
  return dive();
}
