const at = (x: number, y: number, content: string): string =>
  content.replace(/M(\d+) (\d+)/g, (_, left, top) => `M${x + Number(left)} ${y + Number(top)}`)

const HOUSE =
  '<path d="M0 80h160v120h-160z" fill="#b03020"/><path d="M0 80l80 -80l80 80z" fill="#203080"/><path d="M50 120h50v80h-50z" fill="#f0e080"/>'
const TREE =
  '<path d="M60 120h30v90h-30z" fill="#6b4423"/><path d="M0 130l75 -130l75 130z" fill="#1f7a3d"/><path d="M30 70l45 -70l45 70z" fill="#2f9a52"/>'
const SUN =
  '<path d="M70 0a70 70 0 1 1 -1 0z" fill="#f4b942"/><path d="M70 30a40 40 0 1 1 -1 0z" fill="#f9d67a"/>'

/** A picture of 1000 by 1000 px that mode `objects` splits into its scenery and three objects: a house, a tree, and the sun. */
export const STILL_LIFE = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000"><path d="M0 0h1000v1000h-1000z" fill="#dfeefa"/>${at(120, 420, HOUSE)}${at(460, 400, TREE)}${at(760, 80, SUN)}</svg>`

/** A point in each of them, as shares of the width and the height. */
export const STILL_LIFE_POINTS = {
  ground: { x: 0.05, y: 0.1 },
  house: { x: 0.16, y: 0.56 },
  tree: { x: 0.535, y: 0.5 },
  sun: { x: 0.83, y: 0.15 },
}
