/** Spans of cells with the same bits, in order, each from its start up to its end, exclusive: row × columns + column. */
export interface Spans {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** The bits of the cells of each span. */
  readonly bits: Uint8Array
}
