interface FactsProps {
  /** Facts whose value is null are left out. */
  readonly of: readonly (readonly [term: string, value: string | null])[]
}

/** Shows facts about an image as a list of terms and values. */
export const Facts = ({ of }: FactsProps) => (
  <dl class="facts">
    {of.map(
      ([term, value]) =>
        value !== null && (
          <div key={term}>
            <dt class="quiet">{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
)
