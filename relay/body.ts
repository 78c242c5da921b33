/** Maximum size of a body in bytes. A prompt of 1000 characters, the limit that Recraft documents, needs 4 kB. */
export const MAX_BODY_SIZE = 64_000

export type Body = Uint8Array<ArrayBuffer> | null

/** Reads the whole body, unless it is larger than MAX_BODY_SIZE, the connection breaks, or `deadline` is aborted before its end. */
export async function readBody(
  { body }: Request,
  deadline: AbortSignal,
): Promise<Body | 'too large' | 'too slow' | 'broken off'> {
  if (body === null) return null
  const whole = new Uint8Array(MAX_BODY_SIZE)
  let length = 0
  const reader = body.getReader()
  const late = new Promise<null>((resolve) => {
    deadline.addEventListener('abort', () => resolve(null), { once: true })
  })
  try {
    for (;;) {
      // The rest of a refused body is not cancelled, because that would close the connection before the response is sent.
      const part = await Promise.race([reader.read(), late])
      if (part === null) return 'too slow'
      const { done, value } = part
      if (done) return whole.slice(0, length)
      if (length + value.length > MAX_BODY_SIZE) return 'too large'
      whole.set(value, length)
      length += value.length
    }
  } catch {
    return 'broken off'
  }
}
