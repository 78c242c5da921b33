import { render } from 'preact'

// The smallest possible Preact panel: one text field.
render(<textarea id="field" />, document.getElementById('panel') as HTMLElement)
