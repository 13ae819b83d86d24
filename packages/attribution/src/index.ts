export {
  type Attribution,
  type AttributionContext,
  type Hedge,
  LINK_KINDS,
  type Link,
  type LinkKind,
  type Quote,
  type Republication,
  type Stance,
} from './attribution.js'
export { findAttributions } from './find-attributions.js'
export { republicationsOf } from './republications.js'
