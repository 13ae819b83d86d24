import type { CaptureInput } from '@isnad/server'

const CHUNK = 0x8000

/** Bytes in base64, in pieces small enough for one call's arguments. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

/** A file as the API takes it: its bytes as they are, so that the server tells the encoding. */
export async function captureOf(file: File): Promise<CaptureInput> {
  return { base64: base64Of(new Uint8Array(await file.arrayBuffer())), source: file.webkitRelativePath || file.name }
}
