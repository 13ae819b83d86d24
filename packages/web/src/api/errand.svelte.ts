import { type ApiError, asApiError } from './client.js'

/** Something that the user sets off: under way, refused, or neither. */
export interface Errand {
  readonly busy: boolean
  readonly error: ApiError | undefined
  /** Does the work unless other work is under way; what the server refuses is kept as `error`. */
  run(work: () => Promise<void>): Promise<void>
  /** Does the last work again. */
  retry(): Promise<void>
}

/** An errand of a component: one piece of work at a time. */
export function errand(): Errand {
  let busy = $state(false)
  let error = $state.raw<ApiError>()
  let last: (() => Promise<void>) | undefined

  const run = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return
    last = work
    busy = true
    error = undefined
    try {
      await work()
    } catch (cause) {
      error = asApiError(cause)
    } finally {
      busy = false
    }
  }
  return {
    get busy() {
      return busy
    },
    get error() {
      return error
    },
    run,
    retry: async () => {
      if (last !== undefined) await run(last)
    },
  }
}
