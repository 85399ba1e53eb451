import '../../styles/forms.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { apiExamples } from '../../../shared/readApi/examples.ts'
import { openApi } from '../../../shared/readApi/openApi.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'

/** How R, Python, Excel and other programs read the same figures. */
export function ReadApiPage() {
  useTitle('Figures for programs')
  const session = useSession()
  const { origin } = window.location
  const { paths } = openApi({ origin, board: session?.partnership.board ?? '' })
  const { parameters } = paths['/series.csv'].get as unknown as {
    parameters: { name: string; required: boolean; description: string }[]
  }
  return (
    <main id="main" className="wrap page" tabIndex={-1}>
      <h1 className="h1">R, Python and Excel can read the same figures</h1>
      <p className="dek">
        With a token made under <Link to="/account">your account</Link>, a program reads what you may read:
        the same roles, areas and protection of small numbers, and the same series that the page draws.
      </p>
      <section className="sect" aria-labelledby="addresses">
        <h2 className="h2" id="addresses">
          Addresses
        </h2>
        <dl className="facts">
          {Object.entries(paths).map(([path, { get }]) => (
            <div key={path} className="pair">
              <dt>
                <code>/api/v1{path}</code>
              </dt>
              <dd>{get.summary}</dd>
            </div>
          ))}
        </dl>
        <p>
          For other programs: <a href="/api/v1/openapi.json">the OpenAPI description</a>.
        </p>
      </section>
      <section className="sect" aria-labelledby="examples">
        <h2 className="h2" id="examples">
          Examples to copy
        </h2>
        <p>
          They expect the token in the environment variable <code>TOKEN</code>, so that it stands in no file.
        </p>
        {apiExamples(origin).map(({ title, language, code }) => (
          <Example key={title} {...{ title, language, code }} />
        ))}
      </section>
      <section className="sect" aria-labelledby="parameters">
        <h2 className="h2" id="parameters">
          What a series is asked by
        </h2>
        <ScrollBox label="Parameters">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                <th scope="col">Meaning</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map(({ name, required, description }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>
                    {description} {required && <b>Always needed.</b>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        <p className="mut">
          A value that is hidden, missing or not applicable is empty and never 0; its marker says which: [c],
          [x] or [z]. Provisional values carry [p].
        </p>
      </section>
    </main>
  )
}

function Example({ title, language, code }: ReturnType<typeof apiExamples>[number]) {
  const [said, setSaid] = useState('')
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setSaid('Copied.'),
      () => setSaid('It could not be copied: select the text instead.'),
    )
  return (
    <section className="example" aria-label={`${language}: ${title}`}>
      <h3 className="h3">
        {language}: {title}
      </h3>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <p>
        <button type="button" className="link" onClick={copy}>
          Copy
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </section>
  )
}
