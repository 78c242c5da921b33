/** The built and minified script of `src/worker` as text, provided by the build. */
declare module 'virtual:vector-worker' {
  const source: string
  export default source
}

/** The HTML that the page shows before the panel's script runs, rendered from `src/ui/opening` by the build, and its styles. */
declare module 'virtual:opening-shells' {
  interface Shell {
    readonly html: string
    readonly styles: string
  }
  const shells: { readonly create: Shell; readonly 'first-run': Shell }
  export default shells
}
