/**
 * One value for the whole process. The transport and each of Next's bundles have a copy of every module of ours, so what
 * they are to share can't live in a module's variable.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`smart-drive.${name}`);
  if (Reflect.get(globalThis, key) === undefined) Reflect.set(globalThis, key, make());
  return Reflect.get(globalThis, key);
}
