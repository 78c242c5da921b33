import type { Hex } from '../../vector/drawing'

/** The prepared picture with all faded but what has this colour, in its fill, its line or its gradient. */
export function highlighted(svg: string, colour: Hex): string {
  const gradients = [...svg.matchAll(/<(\w+Gradient) id="(.*?)".*?<\/\1>/gs)]
    .filter(([text]) => text.includes(`"${colour}"`))
    .map(([, , id]) => `url(#${id})`)
  const marks = [colour, ...gradients].map((paint) => `"${paint}"`)
  return svg.replace(/<path [^>]*>/g, (path) =>
    marks.some((mark) => path.includes(`fill=${mark}`) || path.includes(`stroke=${mark}`))
      ? path
      : path.replace('<path ', '<path opacity="0.12" '),
  )
}
