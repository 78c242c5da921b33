import { WINDOW } from '../../protocol/contract'
import { strings } from '../../strings'
import { deflate, inflate } from '../platform/compression'
import type { Sandbox } from '../platform/sandbox'
import { goodLine, type Line, otherLine } from './lines'

/** Time after which a worker or a drop counts as blocked, in ms. */
const TIMEOUT = 2000

/** Returns checks of what the panel needs from its frame and the browser, to be run in order. They never reject. */
export function editorProbes(sandbox: Pick<Sandbox, 'on'>): readonly (() => Line | Promise<Line>)[] {
  return [tryTheme, tryWindow, tryFocus, tryWorker, tryCompression, tryCopying, () => tryDrop(sandbox)]
}

/** Returns the theme colors that the panel uses, and those that Figma provides. The others come from `styles/missing-colors.css`. */
function themeColors(): { readonly used: ReadonlySet<string>; readonly given: ReadonlySet<string> } {
  const used = new Set<string>()
  const given = new Set<string>()
  const visit = (rules: CSSRuleList) => {
    for (const rule of rules) {
      for (const [, name = ''] of rule.cssText.matchAll(/var\((--figma-color-[\w-]+)/g)) used.add(name)
      if (rule instanceof CSSStyleRule && !rule.selectorText.startsWith(':where'))
        for (const name of rule.style) if (name.startsWith('--figma-color-')) given.add(name)
      if ('cssRules' in rule) visit(rule.cssRules as CSSRuleList)
    }
  }
  for (const { cssRules } of document.styleSheets) visit(cssRules)
  return { used, given }
}

function tryTheme(): Line {
  const { used, given } = themeColors()
  const missing = [...used].filter((name) => !given.has(name)).length
  if (missing > 0) return otherLine('theme', strings.check.missingColors(missing, used.size))
  return goodLine('theme', document.documentElement.classList.contains('figma-dark') ? 'dark' : 'light')
}

function tryWindow(): Line {
  const size = `${innerWidth} × ${innerHeight}`
  const isEnough = innerWidth >= WINDOW.minWidth && innerHeight >= WINDOW.minHeight
  return isEnough ? goodLine('window', size) : otherLine('window', size)
}

function tryFocus(): Line {
  const before = document.activeElement
  const field = document.createElement('input')
  field.className = 'visually-hidden'
  field.tabIndex = -1
  field.setAttribute('aria-hidden', 'true')
  document.body.append(field)
  field.focus({ preventScroll: true })
  const isFocused = document.activeElement === field && document.hasFocus()
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return isFocused ? goodLine('focus') : otherLine('focus', 'no focus')
}

function tryWorker(): Promise<Line> {
  return new Promise((resolve) => {
    let worker: Worker | null = null
    const finish = (line: Line) => {
      clearTimeout(timer)
      worker?.terminate()
      resolve(line)
    }
    const timer = setTimeout(() => finish(otherLine('worker', 'no answer')), TIMEOUT)
    try {
      worker = new Worker('data:text/javascript,postMessage(1)')
      worker.onmessage = () => finish(goodLine('worker'))
      worker.onerror = () => finish(otherLine('worker', 'blocked'))
    } catch {
      finish(otherLine('worker', 'blocked'))
    }
  })
}

const SAMPLE = '<svg></svg>'.repeat(40)

async function tryCompression(): Promise<Line> {
  try {
    const packed = await deflate(SAMPLE)
    if ((await inflate(packed)) !== SAMPLE) return otherLine('compression', 'damaged')
    return packed.length < SAMPLE.length / 2 ? goodLine('compression') : otherLine('compression', 'none')
  } catch {
    return otherLine('compression', 'error')
  }
}

/** Does not touch the clipboard. */
const tryCopying = (): Line =>
  document.queryCommandSupported?.('copy') ? goodLine('copying') : otherLine('copying', 'not allowed')

/** Sends an empty drop outside the panel, and checks whether the sandbox receives it. */
function tryDrop(sandbox: Pick<Sandbox, 'on'>): Promise<Line> {
  return new Promise((resolve) => {
    const finish = (line: Line) => {
      clearTimeout(timer)
      stop()
      resolve(line)
    }
    const timer = setTimeout(() => finish(otherLine('drop', 'not arrived')), TIMEOUT)
    const stop = sandbox.on('check.dropped', () => finish(goodLine('drop')))
    const drop = { clientX: -40, clientY: 40, items: [], dropMetadata: { inkwrightCheck: true } }
    parent.postMessage({ pluginDrop: drop }, '*')
  })
}
