import '../styles/formProblem.css'

/** Why a form was not accepted, read out as it appears; nothing while there is nothing to say. */
export function FormProblem({ message }: { message: string | null }) {
  return (
    <p className="formproblem" role="alert">
      {message}
    </p>
  )
}
