const personal = [
  /\b(sur|fore|first|last|middle|full|maiden|given|family)[ _-]?names?\b/,
  /^(victim|suspect|offender|officer|witness|child|client|patient|person|parent|attendee|delegate|contact)s?[ _-]?names?$/,
  /^names?$/,
  /\b(home|street|victim|postal)?[ _-]?address(es)?\b/,
  /\bpost[ _-]?code\b/,
  /\b(tele)?phone\b|\bmobile\b|\btel\b/,
  /\be[ _-]?mail\b/,
  /\bdob\b|\b(date|d)[ _-]?of[ _-]?birth\b|\bbirth[ _-]?date\b/,
  /\bn\.?i\.?[ _-]?(number|no)\b|\bnational[ _-]?insurance\b|\bnhs[ _-]?(number|no)\b|\bpassport\b|\bpnc\b/,
  /\b(free[ _-]?text|narrative|notes?|comments?|summary|description|details|modus|mo[ _-]?text|remarks?)\b/,
  /\b(latitude|longitude|easting|northing|uprn|location|grid[ _-]?ref\w*)\b/,
]

/** Whether a column's header says that it holds what could name a person: such columns are never read. */
export function looksPersonal(header: string): boolean {
  const text = header
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('_', ' ')
  return personal.some((pattern) => pattern.test(text))
}
