export { nameKey, type PartialDate } from './cells.js'
export { checkLexicon } from './check.js'
export {
  type Country,
  findCountry,
  findCountryByCapital,
  findCountryByName,
  loadCountries,
} from './countries.js'
export type { CueEntry, PhraseCue, SourceNoun, VerbCue } from './cues/cue-file.js'
export { loadCues, loadSourceNouns } from './cues/load-cues.js'
export { type DataSource, folderSource, memorySource, oncePerSource, shippedData } from './data-source.js'
export {
  type EventFrame,
  type EventTrigger,
  type FillerClass,
  type FrameChoice,
  type FrameRole,
  loadEventTriggers,
} from './event-triggers.js'
export {
  type CommonVerb,
  type EventVeto,
  type LightVerb,
  type LightVerbKind,
  loadCommonVerbs,
  loadEventVetoes,
  loadLightVerbs,
  loadNounClasses,
  type NounClass,
  type VerbClass,
} from './event-words.js'
export {
  type Centre,
  findGovernoratesByCentre,
  findGovernoratesByName,
  type Governorate,
  type GovernorateKind,
  loadGovernorates,
} from './governorates.js'
export { CATALOG_TABLES, type CatalogTable } from './import/entry.js'
export { FOREIGN_FORMATS, type ForeignFormat } from './import/read-foreign.js'
export type { Cells } from './import/rows.js'
export {
  inflectNoun,
  inflectParticiple,
  type NounForm,
  participlesOf,
  regularMasdar,
} from './inflection/inflect-noun.js'
export { imperfectOf, inflectVerb, type VerbForm, type VerbSource, type Voice } from './inflection/inflect-verb.js'
export { type VerbMeasure, type Weakness, weaknessOf } from './inflection/verb-class.js'
export { type Problem, problemText } from './invalid.js'
export { type JsonSchema, readJsonData } from './json-data.js'
export {
  type AdjectiveKind,
  type HeadKind,
  loadNameAdjectives,
  loadNameHeads,
  type NameWord,
} from './name-words.js'
export { findNisbas, formsOfNisba, loadNisbas, type Nisba, type NisbaKind } from './nisbas.js'
export {
  findOrganisation,
  findOrganisationsByName,
  loadOrganisations,
  type Organisation,
  type OrganisationKind,
} from './organisations.js'
export {
  findOutlet,
  findOutletByDomain,
  findOutletByName,
  findOutletsByName,
  loadOutlets,
  type Outlet,
  type OutletKind,
  type StateControl,
} from './outlets.js'
export { findPeopleByName, findPerson, type Gender, loadPeople, type Person, type Role } from './people.js'
export { loadPlaces, type Place, type PlaceType } from './places.js'
export {
  findTitle,
  findTitlesByForm,
  loadTitles,
  type Title,
  type TitleKind,
  type TitleObject,
} from './titles.js'
export { type FileMeta, type Row, readTables, readTsv, type Table } from './tsv.js'
export {
  addEntry,
  type ListedEntry,
  listEntries,
  mergeEntries,
  type NewEntry,
  splitEntry,
  undo as undoCatalog,
} from './user-catalog/deeds.js'
export { type ImportReport, importFiles } from './user-catalog/import-files.js'
export { type Operation, readLog as readCatalogLog, standing as standingOperations } from './user-catalog/log.js'
export { type UserCatalog, userCatalog } from './user-catalog/overlay.js'
