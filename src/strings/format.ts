/** The forms of a sentence that tells a number, by the number's plural category. `{n}` stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/**
 * How a language writes numbers, money, sizes, dates and lists. The formatters of `Intl` are made when they are first
 * needed: each takes some ms, and a panel that opens needs few of them.
 *
 * @param locale A BCP 47 tag, such as `en-US`.
 *
 * @example
 * const { plural } = createFormat('en-US')
 * plural(1200, { one: '{n} layer deleted.', other: '{n} layers deleted.' }) // '1,200 layers deleted.'
 */
export function createFormat(locale: string) {
  const numberFormat = (options?: Intl.NumberFormatOptions) => {
    const formatter = lazily(() => new Intl.NumberFormat(locale, options))
    return (value: number): string => formatter().format(value)
  }
  const lists = lazily(() => new Intl.ListFormat(locale))
  const dates = lazily(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }))
  const days = lazily(() => new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }))
  const rules = lazily(() => new Intl.PluralRules(locale))

  const integer = numberFormat({ maximumFractionDigits: 0 })
  const megabytes = numberFormat({ style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const kilobytes = numberFormat({ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
  return {
    integer,
    /** A share from 0 to 1, to a tenth of a percent. */
    percent: numberFormat({ style: 'percent', maximumFractionDigits: 1 }),
    /** US dollars. */
    money: numberFormat({ style: 'currency', currency: 'USD' }),
    /** Bytes as whole kilobytes, at least one. */
    kilobytes: (bytes: number): string => kilobytes(Math.max(1, bytes / 1000)),
    /** Bytes as megabytes, to a tenth. */
    megabytes: (bytes: number): string => megabytes(bytes / 1e6),
    /** Bytes in the unit that fits: `340 kB`, `1.2 MB`. */
    dataSize: (bytes: number): string =>
      bytes < 100_000 ? kilobytes(Math.ceil(bytes / 1000)) : megabytes(bytes / 1e6),
    /** Day and time of ms since 1970: `Nov 22, 2026, 5:05 PM`. */
    dateTime: (time: number): string => dates().format(time),
    /** Day of ms since 1970: `Nov 22`. */
    day: (time: number): string => days().format(time),
    /** `a, b, and c` */
    and: (items: readonly string[]): string => lists().format(items),
    /** The sentence for a number, in the form that the language asks for. */
    plural: (number: number, forms: PluralForms): string =>
      (forms[rules().select(number)] ?? forms.other).replaceAll('{n}', integer(number)),
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
