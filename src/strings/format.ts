/** The forms of a text with a number, by plural category. `{n}` is the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/**
 * Returns the formatters of a language for numbers, money, sizes, dates, and lists. `Intl` formatters are created on first use: each takes
 * a few ms, and opening the panel needs only some.
 * @param locale A BCP 47 tag, such as `en-US`.
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
    /** A share from 0 to 1, with one decimal. */
    percent: numberFormat({ style: 'percent', maximumFractionDigits: 1 }),
    /** US dollars. */
    money: numberFormat({ style: 'currency', currency: 'USD' }),
    /** Bytes as whole kilobytes; at least 1 kB. */
    kilobytes: (bytes: number): string => kilobytes(Math.max(1, bytes / 1000)),
    /** Bytes as megabytes with one decimal. */
    megabytes: (bytes: number): string => megabytes(bytes / 1e6),
    /** Bytes in a suitable unit: `340 kB`, `1.2 MB`. */
    dataSize: (bytes: number): string =>
      bytes < 100_000 ? kilobytes(Math.ceil(bytes / 1000)) : megabytes(bytes / 1e6),
    /** Date and time of ms since 1970: `Nov 22, 2026, 5:05 PM`. */
    dateTime: (time: number): string => dates().format(time),
    /** Date of ms since 1970: `Nov 22`. */
    day: (time: number): string => days().format(time),
    /** `a, b, and c` */
    and: (items: readonly string[]): string => lists().format(items),
    /** Returns the text in the plural form of the number. */
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
