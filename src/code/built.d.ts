/** The script of `src/worker`, built and minified, as text: the build puts it in. */
declare module 'virtual:vector-worker' {
  const source: string
  export default source
}

/** `frames` of `src/ui/opening`: what stands in the page before the panel's script runs. The build puts it in. */
declare module 'virtual:opening-shells' {
  const frames: { readonly create: string; readonly 'first-run': string }
  export default frames
}
