/** The script of `src/worker`, built and minified, as text: the build puts it in. */
declare module 'virtual:vector-worker' {
  const source: string
  export default source
}
