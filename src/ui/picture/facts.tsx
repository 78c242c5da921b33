interface FactsProps {
  /** Those without a value are left out. */
  readonly of: readonly (readonly [term: string, value: string | null])[]
}

/** What is known of an image, as terms and their values. */
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
