import type { Finish, FinishLine, FinishStep } from '../../protocol/finish'
import type { LiveText } from '../../vector/drawing'
import type { Matrix } from '../../vector/matrix'
import { chunksOf, type StyledText } from '../../vector/text/chunks'
import type { Finish as VectorStep } from '../../vector/write/finish'

/** Longer names are not valid font families. */
const MAX_FAMILY_LENGTH = 200

/** Converts the steps after the import to the message for the sandbox. An image that is used several times is sent once. */
export function finishForCanvas(steps: readonly VectorStep[]): Finish {
  const images: string[] = []
  const indexOf = (href: string): number => {
    const data = href.slice(href.indexOf(',') + 1)
    const known = images.indexOf(data)
    return known >= 0 ? known : images.push(data) - 1
  }
  return { images, steps: steps.map((step) => stepOf(step, indexOf)) }
}

function stepOf(step: VectorStep, indexOf: (href: string) => number): FinishStep {
  const { layer } = step
  if ('mask' in step) return { kind: 'mask', layer, type: step.mask === 'alpha' ? 'ALPHA' : 'LUMINANCE' }
  if ('blendMode' in step) {
    const blendMode = step.blendMode.toUpperCase().replace('-', '_')
    return { kind: 'blendMode', layer, blendMode: blendMode as FinishBlendMode }
  }
  if ('text' in step) {
    const { opacity } = step.text
    return { kind: 'text', layer, opacity, lines: linesOf(step.text) }
  }
  const { href, width, height, matrix, opacity } = step.image
  return { kind: 'image', layer, image: indexOf(href), width, height, opacity, matrix: numbersOf(matrix) }
}

type FinishBlendMode = Extract<FinishStep, { kind: 'blendMode' }>['blendMode']

const linesOf = (text: LiveText): FinishLine[] =>
  chunksOf(text)
    .map(({ anchor, matrix, runs }) => ({
      anchor,
      matrix: numbersOf(matrix),
      runs: runs.filter(({ size }) => size > 0).map(runOf),
    }))
    .filter(({ runs }) => runs.length > 0)

function runOf({ font, ...run }: StyledText): FinishLine['runs'][number] {
  const families = font.families.map((name) => name.slice(0, MAX_FAMILY_LENGTH))
  return { ...run, families, weight: font.weight, isItalic: font.isItalic }
}

const numbersOf = ({ a, b, c, d, e, f }: Matrix): number[] => [a, b, c, d, e, f]
