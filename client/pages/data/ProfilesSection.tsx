import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { api } from '../../trpc.ts'
import { exportProfile } from '../intake/exportProfile.ts'

/** The profiles that analysts have saved here, every version of each; nothing where there are none. */
export function ProfilesSection() {
  const saved = useQuery(api.intake.profiles.queryOptions()).data?.saved ?? []
  const feeds = useQuery(api.feeds.queryOptions()).data ?? []
  if (saved.length === 0) return null
  const names = new Set(saved.map(({ name }) => name))
  return (
    <section className="sect" aria-labelledby="profiles">
      <h2 className="h2" id="profiles">
        {names.size === 1 ? 'One profile saved here' : `${names.size} profiles saved here`}
      </h2>
      <p className="dek">
        How partners’ files are read. A receipt names the version it was read by, so earlier ones stay.
      </p>
      <ScrollBox label="Saved profiles">
        <table className="plain">
          <caption className="sr">Profiles saved here, each with its versions</caption>
          <thead>
            <tr>
              <th scope="col">Profile</th>
              <th scope="col">At the command line</th>
              <th scope="col">Feed</th>
              <th scope="col">Saved</th>
              <th scope="col">By</th>
              <th scope="col">
                <span className="sr">Export</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {saved.map(({ name, version, savedAt, savedBy, profile }) => (
              <tr key={`${name} ${version}`}>
                <th scope="row">
                  {profile.label}, version {version}
                </th>
                <td>
                  <code>
                    --profile {name}@{version}
                  </code>
                </td>
                <td>{feeds.find(({ id }) => id === profile.feed)?.label ?? profile.feed}</td>
                <td className="nb">{formatDate(savedAt)}</td>
                <td>{savedBy}</td>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={`Export ${profile.label}, version ${version}, as JSON`}
                    onClick={() => exportProfile(profile)}
                  >
                    Export
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}
