import source from 'virtual:vector-worker'
import { describe, openChannel } from '../protocol/channel'
import { codeContract, uiContract } from '../protocol/contract'
import { PICTURES } from '../samples/pictures'
import { canvasStrings } from '../strings/canvas'
import { createCapabilities } from './capabilities'
import { createCheck } from './check/handlers'
import { createCleaner } from './clean-up/clean-up'
import { createFileColorWatcher } from './colors/file-color-watcher'
import { colorHandlers } from './colors/handlers'
import { dropPoint, droppedPictures, isTrial } from './drop'
import { createFitTo } from './insert/fit-to'
import { createInserter } from './insert/insert'
import { journalHandlers } from './journal'
import { openingOf } from './opening'
import type { Size } from './placement/boxes'
import { suggest } from './quick-actions'
import { readRun } from './run'
import { readSelection } from './selection'
import { settingsHandlers } from './settings'
import { showLayers } from './show'
import { loadStartState } from './start-state'
import { createStorage } from './storage'
import { createToasts } from './toasts'
import { timers, uiTransport } from './transport'
import { createWindow } from './window'

/** Opens the panel and handles its requests. For quick actions, the panel stays hidden. */
async function start(event: RunEvent): Promise<void> {
  const run = readRun(figma, event)
  const storage = createStorage(figma.clientStorage)
  const { size, hasKey } = await loadStartState(storage, timers)
  const window = createWindow(figma.ui, storage, timers)
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
  const capabilities = createCapabilities(figma)
  const check = createCheck(figma, {
    ...{ capabilities, pause },
    sleep: (ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  })
  const inserter = createInserter(figma, {
    onProgress: (done, total) => channel.emit('picture.progress', { done, total }),
    ...{ pause, capabilities },
  })
  const cleaner = createCleaner(figma, { pause, capabilities })
  const fileColors = createFileColorWatcher(figma, {
    pause,
    timers,
    onChange: () => channel.emit('colors.changed', {}),
  })
  /** Sizes of the pictures that the panel would insert now. */
  let chosen: readonly Size[] = []
  const showToast = createToasts(figma)
  const visible = run.parameters === null && run.command !== 'clean-up-now'
  // A hidden panel needs no opening shell.
  const { html, script, styles } = visible
    ? openingOf(__html__, hasKey)
    : { html: __html__, script: '', styles: '' }
  figma.showUI(html, {
    themeColors: true,
    width: size.width,
    height: size.height,
    title: 'Inkwright',
    visible,
  })

  const channel = openChannel({
    transport: uiTransport(figma.ui),
    timers,
    mine: codeContract,
    handlers: {
      ...settingsHandlers(storage),
      ...journalHandlers(figma, capabilities),
      ...colorHandlers(figma, pause, fileColors, createFitTo(capabilities)),
      ...check.handlers,
      ...cleaner.handlers,
      'picture.insert': async (insertion) => ({ pictures: await inserter.insert(insertion) }),
      'picture.stop': () => {
        inserter.stop()
        return {}
      },
      'canvas.show': async ({ nodeIds }) => ({ existing: await showLayers(figma, nodeIds) }),
      'canvas.undo': async () => ({ done: await inserter.undo() }),
      'selection.read': () => readSelection(figma, chosen),
      'panel.load': () => ({ source: script, styles }),
      // Part of code.js because the panel opens faster without it, and the panel has no other file to load it from.
      'vector.load': () => ({ source }),
      'samples.load': () => ({ pictures: PICTURES }),
      'run.read': () => run,
      'run.end': ({ message }) => {
        // Delayed, so that the reply is sent before the plugin closes.
        setTimeout(() => (message === null ? figma.closePlugin() : figma.closePlugin(message)), 0)
        return {}
      },
      'panel.show': () => {
        figma.ui.show()
        return {}
      },
      toast: (toast) => {
        showToast(toast)
        return {}
      },
    },
    theirs: uiContract,
    timeout: 30_000,
    onFault: (message) => channel.emit('fault', { message }),
  })

  const tellSelection = () => channel.emit('selection.changed', readSelection(figma, chosen))
  const announceSelection = () => {
    tellSelection()
    fileColors.selectionChanged()
  }
  figma.on('selectionchange', announceSelection)
  figma.on('currentpagechange', announceSelection)

  figma.on('drop', (event) => {
    if (isTrial(event)) {
      channel.emit('check.dropped', {})
      return false
    }
    const dropped = droppedPictures(event)
    if (!dropped) return true
    const pictures = dropped.map(({ picture }) => picture)
    inserter
      .insert({ pictures, place: 'auto', replace: null }, dropPoint(event))
      .then((inserted) =>
        channel.emit('picture.dropped', {
          pictures: inserted.map((each, i) => ({ job: dropped[i]?.job ?? null, ...each })),
        }),
      )
      .catch((error) => {
        figma.notify(canvasStrings.notDropped(pictures.length), { error: true })
        channel.emit('fault', { message: `a drop failed: ${describe(error)}` })
      })
    return false
  })
  figma.on('close', () => {
    inserter.discard()
    cleaner.discard()
    check.discard()
  })

  channel.on('pictures.chosen', ({ sizes }) => {
    chosen = sizes
    tellSelection()
  })
  channel.on('window.resize', window.resize)
  channel.on('colors.watch', ({ isShown }) => fileColors.watch(isShown))
}

figma.parameters.on('input', suggest)
figma.on('run', start)
