/** The numbers that the vendor's service levels name, each in one place. */

/** Most objects in one call (B9). */
export const objectsPerCall = { synchronous: 50, asynchronous: 100 } as const;

/** A call that triggers sends takes fewer subscribers than this (C6). */
export const subscribersPerCall = { synchronous: 50, asynchronous: 100 } as const;

/** A call is smaller than this, in bytes (C7). */
export const bytesPerCall = 5 * 1024 * 1024;

/** A triggered send takes fewer attributes than this (C8). */
export const attributesPerSend = 10;

/** Longest external key that the web application shows whole, in characters (D10). */
export const keyLength = 36;

/** From so many objects on, a write is bulk work, which the queue does better (B2, B12). The document gives no number. */
export const bulkObjects = 10;
