/** Checks what comes from another process before it is believed. */

/** True for an object whose `kind` is one of these. What else it holds is for the receiver to check. */
export function hasKind<Kind extends string>(
  value: unknown,
  kinds: readonly Kind[],
): value is { readonly kind: Kind } {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return kinds.some((kind) => kind === value.kind);
}
