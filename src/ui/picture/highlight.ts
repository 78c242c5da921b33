import type { Hex } from '../../colors/hex'

/** Returns the prepared picture with everything faded except what has this color as fill, stroke, or part of a gradient. */
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
