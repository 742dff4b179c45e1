/** What a synthesised app says: its stacks, and the contracts that its constructs declared. */
export {
  type Assembly,
  AssemblyError,
  type AssemblyStack,
  type DeclaredContract,
} from './assembly';
export { readAssembly } from './read-assembly';
