/** What a strict reading of a picture found. */
export interface GrammarReport {
  /** Empty where the picture is in Recraft's grammar to the letter. */
  readonly faults: readonly string[]
  readonly width: number
  readonly height: number
  readonly viewBox: readonly [width: number, height: number]
  readonly paths: readonly { readonly d: string; readonly fill: string }[]
  readonly gradients: number
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const RGB = String.raw`rgb\(\d{1,3},\d{1,3},\d{1,3}\)`
const ROOT =
  /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" height="(\d+)" preserveAspectRatio="none" style="display: block;" version="1\.1" viewBox="0 0 (\d+) (\d+)" width="(\d+)">\n/
const GRADIENT = new RegExp(
  `^\\t<linearGradient gradientUnits="userSpaceOnUse" id="Gradient(\\d+)" x1="${NUMBER}" x2="${NUMBER}" y1="${NUMBER}" y2="${NUMBER}">\\n` +
    `\\t\\t<stop class="stop0" offset="0" stop-color="${RGB}" stop-opacity="1"></stop>\\n` +
    `\\t\\t<stop class="stop1" offset="1" stop-color="${RGB}" stop-opacity="1"></stop>\\n\\t</linearGradient>\\n`,
)
const PATH = new RegExp(
  `^<path d="([^"]*)" fill="(${RGB}|url\\(#Gradient\\d+\\))" transform="translate\\(0,0\\)"></path>\\n`,
)
const END = new RegExp(
  `^<metadata><recraft-signature>\\{"signed_by": "[^"]+", "signature_b64": "[A-Za-z0-9+/]{86}==", "signing_algo": "[^"]+", ` +
    `"generation_timestamp": \\d{10}, "identifier": "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"\\}</recraft-signature></metadata></svg>$`,
)
const COMMANDS = new RegExp(
  `^M ${NUMBER} ${NUMBER}(?: L ${NUMBER} ${NUMBER}| C(?: ${NUMBER}){6})+ z(?: M ${NUMBER} ${NUMBER}(?: L ${NUMBER} ${NUMBER}| C(?: ${NUMBER}){6})+ z)*$`,
)

/**
 * Reads a picture by the letter of the grammar that Recraft's files of 2025 and later have. `canvasPath`: also
 * require the first path to be the plain rectangle of the canvas.
 */
export function checkGrammar(svg: string, { canvasPath = true } = {}): GrammarReport {
  const faults: string[] = []
  let rest = svg
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest)
    if (found !== null) rest = rest.slice(found[0].length)
    return found
  }
  const root = take(ROOT)
  const [height = 0, boxWidth = 0, boxHeight = 0, width = 0] = (root ?? []).slice(1).map(Number)
  if (root === null) faults.push(`root: ${svg.slice(0, 200)}`)
  if (Math.max(boxWidth, boxHeight) !== 2048) faults.push(`view box ${boxWidth} x ${boxHeight}`)

  const defined: string[] = []
  if (take(/^<defs>\n/) !== null) {
    for (let found = take(GRADIENT); found !== null; found = take(GRADIENT)) defined.push(found[1] ?? '')
    if (take(/^<\/defs>\n/) === null) faults.push(`defs: ${rest.slice(0, 200)}`)
  }
  defined.forEach((id, index) => {
    if (id !== String(index + 1)) faults.push(`gradient ${id} is number ${index + 1}`)
  })

  const paths: { d: string; fill: string }[] = []
  for (let found = take(PATH); found !== null; found = take(PATH))
    paths.push({ d: found[1] ?? '', fill: found[2] ?? '' })
  if (take(END) === null) faults.push(`end: ${rest.slice(0, 200)}`)

  const used = new Set(paths.flatMap(({ fill }) => /#Gradient(\d+)/.exec(fill)?.[1] ?? []))
  if (used.size !== defined.length || defined.some((id) => !used.has(id)))
    faults.push('gradients defined and used differ')
  for (const { d, fill } of paths) faults.push(...faultsOfPath(d, fill, boxWidth, boxHeight))
  const rectangle = `M 0 0 L ${boxWidth} 0 L ${boxWidth} ${boxHeight} L 0 ${boxHeight} L 0 0 z`
  if (canvasPath && paths[0]?.d !== rectangle) faults.push(`first path: ${paths[0]?.d}`)
  return { faults, width, height, viewBox: [boxWidth, boxHeight], paths, gradients: defined.length }
}

function faultsOfPath(d: string, fill: string, width: number, height: number): string[] {
  if (!COMMANDS.test(d)) return [`path data: ${d.slice(0, 120)}`]
  const faults: string[] = []
  const channels = (fill.match(/\d+/g) ?? []).map(Number)
  if (fill.startsWith('rgb') && channels.some((channel) => channel > 255)) faults.push(fill)
  // Handles may leave the canvas a little, points hardly: nothing is drawn out there.
  const numbers = (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
  const slack = 0.15 * Math.max(width, height)
  numbers.forEach((value, index) => {
    const side = index % 2 === 0 ? width : height
    if (value < -slack || value > side + slack) faults.push(`outside: ${value}`)
  })
  return faults
}
