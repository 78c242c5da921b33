import type { SamplePicture } from '../../protocol/contract'

/** Returns a sample as SVG in the form of the model's results: a flat list of filled paths, the full canvas first. Size in px. */
export function sampleSvg(
  { background, scenery, anchor, things }: SamplePicture,
  width: number,
  height: number,
): string {
  const scale = Math.min(width, height) / 100
  const x = (anchor.x * width) / 100 - anchor.x * scale
  const y = (anchor.y * height) / 100 - anchor.y * scale
  const paths = (shapes: readonly string[], transform: string) =>
    shapes.flatMap((path, i) =>
      i % 2 === 1 ? `<path fill="${shapes[i - 1]}" transform="${transform}" d="${path}"/>` : [],
    )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<path fill="${background}" d="M0 0h${width}v${height}H0z"/>`,
    ...paths(scenery, `scale(${width / 100} ${height / 100})`),
    ...paths(things, `translate(${x} ${y}) scale(${scale})`),
    '</svg>',
  ].join('')
}
