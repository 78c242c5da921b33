import { useLayoutEffect, useRef } from 'preact/hooks'

/** Text that fills the height of its parent with whole lines. If it does not fit, it ends in “…” and a tooltip shows all of it. */
export function ClampedText({ text }: { readonly text: string }) {
  const box = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    const { current: space } = box
    const { current: paragraph } = words
    if (!space?.parentElement || !paragraph) return
    const observer = new ResizeObserver(() => {
      // The box is as high as the text, but not higher than the available space.
      paragraph.hidden = false
      paragraph.style.webkitLineClamp = ''
      const lines = Math.floor(space.clientHeight / Number.parseFloat(getComputedStyle(paragraph).lineHeight))
      const isCut = paragraph.clientHeight > space.clientHeight
      paragraph.hidden = lines < 1
      if (isCut) {
        paragraph.style.webkitLineClamp = `${lines}`
        space.dataset.tip = text
      } else delete space.dataset.tip
    })
    observer.observe(space.parentElement)
    return () => observer.disconnect()
  }, [text])
  return (
    <div class="clamped" ref={box}>
      <p ref={words}>{text}</p>
    </div>
  )
}
