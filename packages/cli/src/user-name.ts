import { userInfo } from 'node:os'

/** Who runs the command, for the logs of what was done by hand. */
export const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    // A container may run as a number without a name.
    return 'cli'
  }
}
