import { prepare } from '../../../../src/vector/prepare'

/** An SVG text of 100 by 100 px with the content. */
export const picture = (content: string, attributes = 'width="100" height="100" viewBox="0 0 100 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`

/** The attributes of each path that the content becomes, as they are written. */
export const pathsOf = (content: string, attributes?: string): string[] =>
  [...prepare(picture(content, attributes)).svg.matchAll(/<path (.*?)\/>/g)].map((match) => match[1] ?? '')

/** One attribute of each path that the content becomes; undefined where it has none. */
export const each = (attribute: string, content: string, attributes?: string): (string | undefined)[] =>
  pathsOf(content, attributes).map((path) => new RegExp(`(?:^| )${attribute}="(.*?)"`).exec(path)?.[1])

/** The gradients that the content becomes, as they are written, without their ids. */
export const gradientsOf = (content: string): string[] =>
  [...prepare(picture(content)).svg.matchAll(/<(?:linear|radial)Gradient .*?<\/\w+Gradient>/g)].map((match) =>
    match[0].replace(/ id=".*?"/, '').replace(' gradientUnits="userSpaceOnUse"', ''),
  )

/** What is counted as left out of the content, beside which a plain shape is drawn. */
export const leftOutOf = (content: string) =>
  prepare(picture(`<path d="M0 0H1V1Z"/>${content}`)).report.leftOut
