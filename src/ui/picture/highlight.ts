import type { Hex } from '../../colors/hex'

/** The prepared picture with all faded but what has this color, in its fill, its line or its gradient. */
export function highlighted(svg: string, color: Hex): string {
  const gradients = [...svg.matchAll(/<(\w+Gradient) id="(.*?)".*?<\/\1>/gs)]
    .filter(([text]) => text.includes(`"${color}"`))
    .map(([, , id]) => `url(#${id})`)
  const marks = [color, ...gradients].map((paint) => `"${paint}"`)
  return svg.replace(/<path [^>]*>/g, (path) =>
    marks.some((mark) => path.includes(`fill=${mark}`) || path.includes(`stroke=${mark}`))
      ? path
      : path.replace('<path ', '<path opacity="0.12" '),
  )
}
