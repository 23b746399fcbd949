/** RFC 9457, as the platform sends it. */
export interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  status?: number
  errors?: { field: string; message: string }[]
  [field: string]: unknown
}

/** Why the platform did not do what was asked, in words for the reader and fields for the page. */
export class Problem extends Error {
  private constructor(
    readonly status: number,
    readonly kind: string,
    readonly title: string | undefined,
    readonly detail: string | undefined,
    readonly fields: ProblemBody,
  ) {
    super(title ?? kind)
  }

  static of(status: number, body: ProblemBody | undefined): Problem {
    const fields = body !== null && typeof body === 'object' ? body : {}
    const kind = fields.type?.replace(/^urn:onecard:problem:/, '') ?? kindOfStatus(status)
    return new Problem(status, kind, fields.title, fields.detail, fields)
  }

  static unreachable(cause: unknown): Problem {
    const problem = new Problem(0, 'unreachable', undefined, undefined, {})
    problem.cause = cause
    return problem
  }

  /** What is wrong with one field of a form, if the platform said so. */
  about(field: string): string | undefined {
    return this.fields.errors?.find((error) => error.field === field)?.message
  }
}

function kindOfStatus(status: number): string {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 429) return 'too-many'
  if (status >= 500) return 'server-error'
  return 'refused'
}

/** Anything caught, as a problem that can be shown. */
export function asProblem(caught: unknown): Problem {
  return caught instanceof Problem ? caught : Problem.of(500, { type: 'page-error', detail: String(caught) })
}
