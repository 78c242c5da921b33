/** A card in the middle that says why something does not work. */
export function ProblemCard({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class="problem card" role="alert">
      <h2>{title}</h2>
      <pre>{text}</pre>
    </div>
  )
}
