const dayMilliseconds = 86_400_000
/** Serial 0 of Excel's calendar; its imaginary 29 February 1900 shifts serials before 1 March 1900. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const firstSoundSerial = 61

/**
 * A serial number that a cell shows as a date, written so that intake reads it as what was shown: a month where the cell
 * shows no day ("Feb-25" is 2025-02), else a day, with the time of day where it has one. Null where it is no calendar day.
 */
export function dateText(serial: number, format: string, is1904: boolean): string | null {
  const known = is1904 ? serial >= 0 : serial >= firstSoundSerial
  if (!known || serial > 2_958_465) return null
  const at = new Date((is1904 ? epoch1904 : epoch1900) + Math.round(serial * 1440) * 60_000)
  const day = at.toISOString().slice(0, 10)
  if (!showsDay(format)) return day.slice(0, 7)
  return at.getTime() % dayMilliseconds === 0 ? day : `${day} ${at.toISOString().slice(11, 16)}`
}

/** Whether a number format shows a day of the month: the d outside quoted text and bracketed colours. */
function showsDay(format: string): boolean {
  return /d/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
