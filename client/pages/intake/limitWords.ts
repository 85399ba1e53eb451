import { formatNumber } from '../../../shared/figures/formatValue.ts'

/** How large files may be, in the units in which the limits are set: 1 GB is 1,024 MB. */
export function limitWords({ file, workbook }: { readonly file: number; readonly workbook: number }): string {
  const text = `of up to ${size(file)}`
  return workbook < file ? `${text}; workbooks up to ${size(workbook)}` : text
}

function size(bytes: number): string {
  const megabytes = bytes / 1024 ** 2
  if (megabytes < 1024) return `${formatNumber(Math.floor(megabytes))} MB`
  const gigabytes = megabytes / 1024
  return `${formatNumber(gigabytes, Number.isInteger(gigabytes) ? 0 : 1)} GB`
}
