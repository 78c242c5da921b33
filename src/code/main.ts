import source from 'virtual:vector-worker'
import { openChannel } from '../protocol/channel'
import { codeContract, uiContract, WINDOW } from '../protocol/contract'
import { insertHandler } from './insert'
import { journalHandlers } from './journal'
import { settingsHandlers } from './settings'
import { createStorage } from './storage'
import { timers, uiTransport } from './transport'
import { createWindow } from './window'

const storage = createStorage(figma.clientStorage)
const window = createWindow(figma.ui, storage, timers)

figma.showUI(__html__, { themeColors: true, width: WINDOW.width, height: WINDOW.height, title: 'Inkwright' })

const channel = openChannel({
  transport: uiTransport(figma.ui),
  timers,
  mine: codeContract,
  handlers: {
    ...settingsHandlers(storage),
    ...journalHandlers(figma.clientStorage),
    'picture.insert': insertHandler(figma),
    // It travels in this half because the panel opens sooner without it, and has no other file to fetch it from.
    'vector.load': () => ({ source }),
  },
  theirs: uiContract,
  timeout: 30_000,
  onFault: (message) => channel.emit('fault', { message }),
})

channel.on('window.resize', window.resize)
window.restore().catch(() => channel.emit('fault', { message: 'the size of the window was not restored' }))
