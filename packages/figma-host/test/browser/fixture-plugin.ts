/** The manifest of the little plugin that the page runs in these tests. */
export const fixtureManifest = {
  name: 'Fixture',
  id: '999',
  api: '1.0.0',
  main: 'dist/code.js',
  ui: 'dist/ui.html',
  editorType: ['figma'],
  documentAccess: 'dynamic-page',
  networkAccess: { allowedDomains: ['https://api.allowed.example'] },
}

/** The picture that the plugin's Insert button inserts: a blue sky, a sun in it, green land in front. */
const fixtureSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">
  <g id="Sky">
    <path id="Air" d="M0 0H400V300H0Z" fill="#3080ff"/>
    <path id="Sun" d="M300 40H360V100H300Z" fill="#ffd020"/>
  </g>
  <path id="Land" d="M0 200H400V300H0Z" fill="#208040"/>
</svg>`

/** Runs in the sandbox. Does what its panel asks for by name. */
export const fixtureCode = `
const actions = {
  insert(svg) {
    const frame = figma.createNodeFromSvg(svg)
    frame.name = 'Picture'
    figma.currentPage.selection = [frame]
    figma.viewport.scrollAndZoomIntoView([frame])
    figma.viewport.zoom = 1
    figma.commitUndo()
    figma.ui.postMessage({ inserted: frame.id })
  },
  notify(options) {
    figma.notify('Something happened', options)
  },
  ask() {
    figma.notify('Really?', { timeout: Infinity, button: { text: 'Yes', action: () => figma.ui.postMessage('pressed') } })
  },
  resize(size) {
    figma.ui.resize(size.width, size.height)
  },
  fail() {
    throw new Error('thrown in the plugin')
  },
  log(text) {
    console.log(text)
  },
  async remember(value) {
    await figma.clientStorage.setAsync('kept', { value, bytes: new Uint8Array([1, 2, 3]) })
    figma.ui.postMessage('remembered')
  },
  async recall() {
    const kept = await figma.clientStorage.getAsync('kept')
    figma.ui.postMessage(kept ? kept.value + ' ' + kept.bytes.join() : 'nothing')
  },
}
figma.showUI(__html__, { width: 320, height: 240, themeColors: true })
figma.ui.onmessage = (message) => actions[message.action](message.value)
figma.on('drop', (event) => {
  figma.ui.postMessage({ dropped: [Math.round(event.absoluteX), Math.round(event.absoluteY), event.items[0].type] })
  return false
})
// Right after the window opened, when no panel can be listening yet.
figma.ui.postMessage('early 1')
figma.ui.postMessage('early 2')
`

/** The panel: `act(name, value)` asks for an action, `got` holds the messages that came, as JSON. */
export const fixtureHtml = `<!doctype html>
<html><body style="margin: 16px; font: 11px/16px sans-serif; background: var(--figma-color-bg); color: var(--figma-color-text)">
  <button id="insert">Insert</button>
  <output id="last"></output>
  <script>
    window.got = []
    window.act = (action, value) => parent.postMessage({ pluginMessage: { action, value } }, '*')
    addEventListener('message', (event) => {
      got.push(event.data.pluginMessage)
      last.textContent = JSON.stringify(event.data.pluginMessage)
    })
    insert.onclick = () => act('insert', ${JSON.stringify(fixtureSvg).replaceAll('<', '\\u003c')})
  </script>
</body></html>`
