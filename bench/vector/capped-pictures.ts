import { randomFrom } from '../random'
import type { Picture } from './pictures'

/** Side of the canvas in px. */
const SIDE = 1024

/** Artificial pictures just within the caps, each a worst case for one of the steps. */
export function cappedPictures(): readonly Picture[] {
  const random = randomFrom(3)
  const whole = (below: number) => Math.floor(random() * below)
  const color = () => `rgb(${whole(256)},${whole(256)},${whole(256)})`
  const point = () => `${whole(SIDE)} ${whole(SIDE)}`
  const many = (count: number, piece: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => piece(i))
  const lines = (count: number) => many(count, point).join('L')
  const picture = (name: string, parts: readonly string[]): Picture => ({
    name,
    text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}">${parts.join('')}</svg>`,
  })
  const squares = many(19_990, () => `<path fill="${color()}" d="M0 0H${SIDE}V${SIDE}H0z"/>`)
  const discs = many(
    19_990,
    () => `<circle fill="${color()}" cx="${whole(SIDE)}" cy="${whole(SIDE)}" r="${whole(500)}"/>`,
  )
  const hatching = many(
    1000,
    () => `<path fill="${['#f00', '#0f0', '#00f'][whole(3)]}" d="M${lines(900)}z"/>`,
  )
  return [
    picture('one path of 950,000 crossing lines', [`<path d="M${lines(950_000)}z"/>`]),
    picture('1,000 paths of 900 crossing lines', hatching),
    picture('20,000 squares over the whole canvas', squares),
    picture('20,000 discs on one another', discs),
  ]
}
