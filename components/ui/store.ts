import { useSyncExternalStore } from "react";

/** Something that lives outside of any component: it stays while one moves about. */
export type Store<T> = { now: () => T; set: (next: T) => void; subscribe: (listener: () => void) => () => void };

export function createStore<T>(first: T): Store<T> {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    now: () => now,
    set: (next) => {
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is in a store, followed as it changes; on the server there is `onServer`. */
export const useStore = <T>({ subscribe, now }: Store<T>, onServer: T): T =>
  useSyncExternalStore(subscribe, now, () => onServer);
