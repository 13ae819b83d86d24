import type { z } from '@hono/zod-openapi'
import type * as happening from '../relations/happening-contract.js'
import type * as happeningSummary from '../relations/happening-summary-contract.js'
import type * as relation from '../relations/relation-contract.js'
import type * as review from '../review/review-contract.js'
import type * as annotation from './annotation-contract.js'
import type * as contract from './contract.js'
import type * as shapes from './contract-shapes.js'
import type * as dossier from './dossier-contract.js'
import type * as time from './time-contract.js'

/** What travels over the API, as TypeScript sees it. */
export type Problem = z.infer<typeof contract.Problem>
export type Wording = z.infer<typeof shapes.Wording>
export type Span = z.infer<typeof shapes.Span>
export type Passage = z.infer<typeof shapes.Passage>
export type Segment = z.infer<typeof shapes.Segment>
export type Direction = z.infer<typeof shapes.Direction>
export type Count = z.infer<typeof shapes.Count>
export type Place = z.infer<typeof contract.Place>
export type PublicationTime = z.infer<typeof contract.PublicationTime>
export type StatedText = z.infer<typeof contract.StatedText>
export type StatedTime = z.infer<typeof contract.StatedTime>
export type StatedOutlet = z.infer<typeof contract.StatedOutlet>
export type Credit = z.infer<typeof contract.Credit>
export type Metadata = z.infer<typeof contract.Metadata>
export type InferredPublication = z.infer<typeof contract.InferredPublication>
export type ArticleSummary = z.infer<typeof contract.ArticleSummary>
export type ArticleList = z.infer<typeof contract.ArticleList>
export type Paragraph = z.infer<typeof contract.Paragraph>
export type TimeMention = z.infer<typeof time.TimeMention>
export type NamePair = z.infer<typeof annotation.NamePair>
export type EntityType = z.infer<typeof annotation.EntityType>
export type EntityRole = z.infer<typeof annotation.EntityRole>
export type CandidateReason = z.infer<typeof annotation.CandidateReason>
export type Candidate = z.infer<typeof annotation.Candidate>
export type Entity = z.infer<typeof annotation.Entity>
export type ChainLink = z.infer<typeof annotation.ChainLink>
export type Attribution = z.infer<typeof annotation.Attribution>
export type EventRecord = z.infer<typeof annotation.EventRecord>
export type Republication = z.infer<typeof annotation.Republication>
export type NamedCount = z.infer<typeof dossier.NamedCount>
export type NamedList = z.infer<typeof dossier.NamedList>
export type CatalogEntry = z.infer<typeof dossier.CatalogEntry>
export type Statement = z.infer<typeof dossier.Statement>
export type Deed = z.infer<typeof dossier.Deed>
export type DossierArticle = z.infer<typeof dossier.DossierArticle>
export type Dossier = z.infer<typeof dossier.Dossier>
export type TextRelation = z.infer<typeof relation.TextRelation>
export type Account = z.infer<typeof relation.Account>
export type Origin = z.infer<typeof relation.Origin>
export type Origins = z.infer<typeof relation.Origins>
export type OriginsOf = z.infer<typeof relation.OriginsOf>
export type StorySummary = z.infer<typeof relation.StorySummary>
export type StoryRow = z.infer<typeof relation.StoryRow>
export type StoryList = z.infer<typeof relation.StoryList>
export type Chapter = z.infer<typeof relation.Chapter>
export type StoryDocument = z.infer<typeof relation.StoryDocument>
export type LineageSource = z.infer<typeof relation.LineageSource>
export type LineageNeighbour = z.infer<typeof relation.LineageNeighbour>
export type LineageDocument = z.infer<typeof relation.LineageDocument>
export type ComparedText = z.infer<typeof relation.ComparedText>
export type Comparison = z.infer<typeof relation.Comparison>
export type HappeningParty = z.infer<typeof happeningSummary.HappeningParty>
export type HappeningSummary = z.infer<typeof happeningSummary.HappeningSummary>
export type HappeningList = z.infer<typeof happening.HappeningList>
export type AccountChain = z.infer<typeof happening.AccountChain>
export type HappeningAccount = z.infer<typeof happening.HappeningAccount>
export type HappeningDocument = z.infer<typeof happening.HappeningDocument>
export type ReviewSide = z.infer<typeof review.ReviewSide>
export type ReviewItem = z.infer<typeof review.ReviewItem>
export type ReviewList = z.infer<typeof review.ReviewList>
export type Judgement = z.infer<typeof review.Judgement>
export type JudgementList = z.infer<typeof review.JudgementList>
export type DossierRole = z.infer<typeof dossier.DossierRole>
export type CaptureInfo = z.infer<typeof contract.CaptureInfo>
export type Version = z.infer<typeof contract.Version>
export type LogEntry = z.infer<typeof contract.LogEntry>
export type LogList = z.infer<typeof contract.LogList>
export type ArticleDocument = z.infer<typeof contract.ArticleDocument>
export type PageSegment = z.infer<typeof contract.PageSegment>
export type CapturedPage = z.infer<typeof contract.CapturedPage>
export type RejectionReport = z.infer<typeof contract.RejectionReport>
export type TryResult = z.infer<typeof contract.TryResult>
export type Given = z.infer<typeof contract.Given>
export type CaptureInput = z.infer<typeof contract.CaptureInput>
export type NewFailure = z.infer<typeof contract.NewFailure>
export type IngestInput = z.infer<typeof contract.IngestInput>
export type IngestResult = z.infer<typeof contract.IngestResult>
export type IngestReport = z.infer<typeof contract.IngestReport>
export type Chip = z.infer<typeof contract.Chip>
export type QueryProblem = z.infer<typeof contract.QueryProblem>
export type Snippet = z.infer<typeof contract.Snippet>
export type Hit = z.infer<typeof contract.Hit>
export type Facets = z.infer<typeof contract.Facets>
export type SearchResult = z.infer<typeof contract.SearchResult>
export type Outlet = z.infer<typeof contract.Outlet>
export type OutletList = z.infer<typeof contract.OutletList>
export type Queue = z.infer<typeof contract.Queue>
export type Status = z.infer<typeof contract.Status>
export type Health = z.infer<typeof contract.Health>
export type Failure = z.infer<typeof contract.Failure>
export type FailureList = z.infer<typeof contract.FailureList>
export type RetryInput = z.infer<typeof contract.RetryInput>
export type ForgetInput = z.infer<typeof contract.ForgetInput>
export type Forgotten = z.infer<typeof contract.Forgotten>
export type DeleteInput = z.infer<typeof contract.DeleteInput>
export type Deleted = z.infer<typeof contract.Deleted>
export type CorrectInput = z.infer<typeof contract.CorrectInput>
export type ProblemCode = (typeof contract.PROBLEM_CODES)[number]
