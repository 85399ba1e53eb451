/** One Home Office classification: its group, and the dates between which crimes were recorded under it. */
export interface OffenceCode {
  readonly code: string
  readonly label: string
  readonly group: string
  /** First day of recording under the code, where the code came after 2013. */
  readonly from?: string
  /** Last day, where the code was closed. */
  readonly to?: string
  /** Not checked at the Home Office's own list: correct it here. */
  readonly unchecked?: true
}

function group(id: string, codes: readonly Omit<OffenceCode, 'group'>[]): readonly OffenceCode[] {
  return codes.map((code) => ({ ...code, group: id }))
}

const homicide = group('homicide', [
  { code: '1', label: 'Murder' },
  { code: '4.1', label: 'Manslaughter' },
  { code: '4.2', label: 'Infanticide' },
  { code: '4.10', label: 'Corporate manslaughter' },
])

const violenceWithInjury = group('violence-with-injury', [
  { code: '2', label: 'Attempted murder' },
  { code: '4.3', label: 'Intentional destruction of a viable unborn child' },
  { code: '4.7', label: 'Causing or allowing the death of a child or vulnerable person' },
  { code: '5D', label: 'Assault with intent to cause serious harm' },
  { code: '5E', label: 'Endangering life' },
  { code: '8N', label: 'Assault with injury' },
  { code: '8P', label: 'Racially or religiously aggravated assault with injury' },
  { code: '8S', label: 'Assault with injury on a constable', from: '2017-04-01', unchecked: true },
  { code: '8T', label: 'Assault with injury on an emergency worker', from: '2018-11-13', unchecked: true },
])

const violenceWithoutInjury = group('violence-without-injury', [
  { code: '3A', label: 'Conspiracy to murder' },
  { code: '3B', label: 'Threats to kill' },
  { code: '11A', label: 'Cruelty to children or young persons' },
  { code: '12', label: 'Abandoning a child under two' },
  { code: '13', label: 'Child abduction' },
  { code: '14', label: 'Procuring an illegal abortion' },
  { code: '36', label: 'Kidnapping' },
  { code: '104', label: 'Assault without injury on a constable' },
  { code: '105A', label: 'Assault without injury' },
  { code: '105B', label: 'Racially or religiously aggravated assault without injury' },
])

const unlawfulDriving = group('unlawful-driving', [
  { code: '4.4', label: 'Causing death or serious injury by dangerous driving', unchecked: true },
  { code: '4.6', label: 'Causing death by careless driving under the influence' },
  { code: '4.8', label: 'Causing death by careless or inconsiderate driving' },
  { code: '4.9', label: 'Causing death by driving: unlicensed, disqualified or uninsured' },
  { code: '37.1', label: 'Causing death by aggravated vehicle taking' },
])

const stalkingHarassment = group('stalking-harassment', [
  { code: '8L', label: 'Harassment' },
  { code: '8M', label: 'Racially or religiously aggravated harassment' },
  { code: '8Q', label: 'Stalking', from: '2014-04-01' },
  { code: '8R', label: 'Malicious communications', from: '2015-04-01', unchecked: true },
  { code: '8U', label: 'Controlling or coercive behaviour', from: '2015-12-29', unchecked: true },
])

const rape = group('rape', [
  { code: '19C', label: 'Rape of a female aged 16 and over' },
  { code: '19D', label: 'Rape of a female child under 16' },
  { code: '19E', label: 'Rape of a female child under 13' },
  { code: '19F', label: 'Rape of a male aged 16 and over' },
  { code: '19G', label: 'Rape of a male child under 16' },
  { code: '19H', label: 'Rape of a male child under 13' },
])

const otherSexual = group('other-sexual', [
  { code: '17A', label: 'Sexual assault on a male aged 13 and over' },
  { code: '17B', label: 'Sexual assault on a male child under 13' },
  { code: '20A', label: 'Sexual assault on a female aged 13 and over' },
  { code: '20B', label: 'Sexual assault on a female child under 13' },
  { code: '21', label: 'Sexual activity involving a child under 13' },
  { code: '22A', label: 'Causing sexual activity without consent' },
  { code: '22B', label: 'Sexual activity involving a child under 16' },
  { code: '23', label: 'Familial sexual offences' },
  { code: '70', label: 'Sexual activity with a person with a mental disorder' },
  { code: '71', label: 'Abuse of children through sexual exploitation' },
  { code: '73', label: 'Abuse of a position of trust of a sexual nature' },
  { code: '88A', label: 'Sexual grooming' },
  { code: '88B', label: 'Other miscellaneous sexual offences', unchecked: true },
  { code: '88C', label: 'Other miscellaneous sexual offences' },
  { code: '88D', label: 'Unnatural sexual offences' },
  { code: '88E', label: 'Exposure and voyeurism' },
])

const modernSlavery = group('modern-slavery', [
  { code: '72', label: 'Trafficking for sexual exploitation', unchecked: true },
  { code: '106', label: 'Modern slavery', from: '2015-04-01' },
])

const robberyBurglary = [
  ...group('robbery', [
    { code: '34A', label: 'Robbery of business property' },
    { code: '34B', label: 'Robbery of personal property' },
  ]),
  ...group('burglary', [
    { code: '28A', label: 'Burglary in a dwelling', to: '2017-03-31' },
    { code: '28E', label: 'Residential burglary', from: '2017-04-01', unchecked: true },
    { code: '30A', label: 'Burglary in a building other than a dwelling', to: '2017-03-31' },
    {
      code: '30C',
      label: 'Burglary of business and community premises',
      from: '2017-04-01',
      unchecked: true,
    },
    { code: '31A', label: 'Aggravated burglary', unchecked: true },
  ]),
]

const theftVehicle = [
  ...group('vehicle', [
    { code: '37.2', label: 'Aggravated vehicle taking' },
    { code: '45', label: 'Theft from a vehicle' },
    { code: '48', label: 'Theft or unauthorised taking of a motor vehicle' },
    { code: '126', label: 'Interfering with a motor vehicle' },
  ]),
  ...group('theft', [
    { code: '35', label: 'Blackmail' },
    { code: '39', label: 'Theft from the person' },
    { code: '40', label: 'Theft in a dwelling other than from an automatic machine or meter' },
    { code: '41', label: 'Theft by an employee' },
    { code: '44', label: 'Theft or unauthorised taking of a pedal cycle' },
    { code: '46', label: 'Shoplifting' },
    { code: '49', label: 'Other theft' },
  ]),
]

const damageDrugsWeapons = [
  ...group('criminal-damage-arson', [
    { code: '56A', label: 'Arson endangering life' },
    { code: '56B', label: 'Arson not endangering life' },
    { code: '58A', label: 'Criminal damage to a dwelling' },
    { code: '58B', label: 'Criminal damage to a building other than a dwelling' },
    { code: '58C', label: 'Criminal damage to a vehicle' },
    { code: '58D', label: 'Other criminal damage' },
    { code: '58J', label: 'Racially or religiously aggravated criminal damage' },
    { code: '59', label: 'Threat or possession with intent to commit criminal damage' },
  ]),
  ...group('drugs', [
    { code: '92A', label: 'Trafficking in controlled drugs' },
    { code: '92D', label: 'Possession of controlled drugs other than cannabis' },
    { code: '92E', label: 'Possession of cannabis' },
  ]),
  ...group('weapons', [
    { code: '10A', label: 'Possession of firearms with intent' },
    { code: '10B', label: 'Possession of firearms offences' },
    { code: '10C', label: 'Possession of other weapons' },
    { code: '10D', label: 'Possession of an article with a blade or point' },
  ]),
]

const publicOrderOther = [
  ...group('public-order', [
    { code: '9A', label: 'Public fear, alarm or distress' },
    { code: '9B', label: 'Racially or religiously aggravated public fear, alarm or distress' },
    { code: '62A', label: 'Violent disorder' },
    { code: '66', label: 'Other offences against the state or public order' },
  ]),
  ...group('miscellaneous', [
    { code: '24', label: 'Exploitation of prostitution' },
    { code: '79', label: 'Perverting the course of justice' },
    { code: '86', label: 'Obscene publications and indecent images' },
    { code: '99', label: 'Other notifiable offences' },
  ]),
]

/** Home Office offence codes that a partnership meets, by group. Not the whole list: an unlisted code is kept as sent. */
export const offenceCodes: readonly OffenceCode[] = [
  ...homicide,
  ...violenceWithInjury,
  ...violenceWithoutInjury,
  ...unlawfulDriving,
  ...stalkingHarassment,
  ...rape,
  ...otherSexual,
  ...modernSlavery,
  ...robberyBurglary,
  ...theftVehicle,
  ...damageDrugsWeapons,
  ...publicOrderOther,
]

/** The codes of one or several groups, for a metric's condition: every rape code, every sexual offence. */
export function codesOfGroups(...groups: readonly string[]): readonly string[] {
  return offenceCodes.filter((offence) => groups.includes(offence.group)).map((offence) => offence.code)
}
