/** The length of a vector. Math.hypot guards against an overflow, which takes ten times as long and cannot happen in a picture. */
export const norm = (x: number, y: number): number => Math.sqrt(x * x + y * y)
