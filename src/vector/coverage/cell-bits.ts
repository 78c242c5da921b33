/** Bit of a cell: the shape may paint in it. Without this bit, the shape may paint only in a neighboring cell. */
export const TOUCHED = 1
/** Bit of a cell: the shape fills it and its eight neighbors completely, so every pixel that overlaps the cell is filled. */
export const FULL = 2
/** Bit of a cell: its center is inside the fill. */
export const CENTER = 4
/** Bit of a cell: the fill's boundary passes through it, or the stroke reaches it. */
export const BOUNDARY = 8
