import { render } from 'preact'

// The least that a panel in Preact can be: one field to type in.
render(<textarea id="field" />, document.getElementById('panel') as HTMLElement)
