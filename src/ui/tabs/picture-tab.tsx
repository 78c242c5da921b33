import type { Panel } from '../panel'
export function PictureTab({ panel }: { readonly panel: Panel }) {
  return <div>{panel.opened.value?.id}</div>
}
