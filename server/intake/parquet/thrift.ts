/** A value in Thrift's compact protocol, in which Parquet writes its headers and footer. */
export type Thrift =
  | { readonly kind: 'i32' | 'i64'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'list'; readonly of: Thrift['kind']; readonly values: readonly Thrift[] }
  | { readonly kind: 'struct'; readonly fields: readonly (readonly [id: number, value: Thrift])[] }

const codes = { i32: 5, i64: 6, text: 8, list: 9, struct: 12 } as const

export const i32 = (value: number): Thrift => ({ kind: 'i32', value })
export const i64 = (value: number): Thrift => ({ kind: 'i64', value })
export const text = (value: string): Thrift => ({ kind: 'text', value })
export const list = (of: Thrift['kind'], values: readonly Thrift[]): Thrift => ({ kind: 'list', of, values })
/** A struct; its fields must come in the order of their ids. */
export const struct = (...fields: readonly (readonly [id: number, value: Thrift])[]): Thrift => ({
  kind: 'struct',
  fields,
})

/** The bytes of a value. */
export function encodeThrift(value: Thrift): Buffer {
  const bytes: number[] = []
  write(value, bytes)
  return Buffer.from(bytes)
}

/** Appends a whole number in as many bytes of seven bits as it needs. */
export function pushVarint(value: number, bytes: number[]): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

function write(value: Thrift, bytes: number[]): void {
  switch (value.kind) {
    case 'i32':
    case 'i64':
      // Zigzag: small negative numbers stay short.
      return pushVarint(value.value < 0 ? -value.value * 2 - 1 : value.value * 2, bytes)
    case 'text': {
      const utf8 = Buffer.from(value.value)
      pushVarint(utf8.length, bytes)
      bytes.push(...utf8)
      return
    }
    case 'list': {
      const { length } = value.values
      bytes.push((Math.min(length, 15) << 4) | codes[value.of])
      if (length >= 15) pushVarint(length, bytes)
      for (const item of value.values) write(item, bytes)
      return
    }
    case 'struct': {
      let last = 0
      for (const [id, field] of value.fields) {
        bytes.push(((id - last) << 4) | codes[field.kind])
        write(field, bytes)
        last = id
      }
      bytes.push(0)
    }
  }
}
