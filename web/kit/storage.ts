/** Text kept under a name: what the pages need of localStorage and sessionStorage. */
export interface Store {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** The part of the DOM's Storage that is used here. */
interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A store in memory: for tests, and for browsers that forbid storage. */
export function memoryStore(): Store {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

/**
 * The browser's storage, or memory where it may not be touched (private windows and blocked third-party frames throw
 * at the first access).
 */
export function browserStore(open: () => StorageLike): Store {
  try {
    const storage = open();
    storage.setItem('zhiyin.probe', '1');
    storage.removeItem('zhiyin.probe');
    return {
      get: (key) => storage.getItem(key) ?? undefined,
      set: (key, value) => {
        try {
          storage.setItem(key, value);
        } catch {
          // The quota is full: what we keep is a convenience, never the only copy.
        }
      },
      remove: (key) => storage.removeItem(key),
    };
  } catch {
    return memoryStore();
  }
}

/** A JSON value of the store, or undefined where it is absent or unreadable. */
export function readJson(store: Store, key: string): unknown {
  const text = store.get(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
