/** Makes something once for each key, however many ask for it meanwhile; what failed is tried anew the next time. */
export function onceEach<Key, Value>(
  made: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const making = make();
  made.set(key, making);
  making.catch(() => {
    // It may have been forgotten since, and made again.
    if (made.get(key) === making) made.delete(key);
  });
  return making;
}
