// A map that is only asked: the rows of a world by key, or the same rows with a few replaced.

export interface Lookup<Key, Value> {
  get(key: Key): Value | undefined;
}
