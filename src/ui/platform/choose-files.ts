/** Shows the system's dialog for choosing SVG files. Resolves to none if the user cancels it. */
export function chooseSvgFiles(many: boolean): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.svg,.svgz,image/svg+xml'
  input.multiple = many
  input.hidden = true
  return new Promise((resolve) => {
    const done = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', done)
    // Browsers without this event leave an element behind, which does nothing.
    input.addEventListener('cancel', done)
    // WebKit forgets an input that is not in the page.
    document.body.append(input)
    input.click()
  })
}
