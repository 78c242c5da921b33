import { readSvg } from '../../../../src/vector/read/read'
import { plain } from './plain'

/** An SVG text of 100 by 100 px with the content. */
export const picture = (content: string, attributes = 'width="100" height="100" viewBox="0 0 100 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`

/** The attributes of each path that the content becomes. */
export const pathsOf = (content: string, attributes?: string): string[] =>
  plain(readSvg(picture(content, attributes)).drawing).paths

/** One attribute of each path that the content becomes; undefined where it has none. */
export const each = (attribute: string, content: string, attributes?: string): (string | undefined)[] =>
  pathsOf(content, attributes).map((path) => new RegExp(`(?:^| )${attribute}="(.*?)"`).exec(path)?.[1])

/** The gradients that the content becomes. */
export const gradientsOf = (content: string): string[] => plain(readSvg(picture(content)).drawing).gradients

/** What is counted as left out of the content, beside which a plain shape is drawn. */
export const leftOutOf = (content: string) => readSvg(picture(`<path d="M0 0H1V1Z"/>${content}`)).leftOut
