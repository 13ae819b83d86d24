/** One task of `isnad predict`: an evaluation set in, predictions in the scorer's format out. */
export interface PredictTask {
  /** What it reads, in words. */
  readonly input: string
  /** What it writes, in words. */
  readonly output: string
  predict(request: PredictRequest): Promise<Prediction>
}

export interface PredictRequest {
  /** Path of a file or folder that exists. */
  readonly input: string
  /** Folder of the texts, for sets that keep them elsewhere. */
  readonly texts: string | undefined
  /** Takes remarks for the user. */
  readonly note: (remark: string) => void
}

/** One file of predictions, or a folder of them by file name. */
export type Prediction =
  | { readonly text: string; readonly items: number }
  | { readonly files: ReadonlyMap<string, string>; readonly items: number }
