/** Captures, articles with their versions and search terms, the log of what was done by hand, failures, checkpoints. */
export const sql = `
create table captures (
  seq bigint generated always as identity primary key,
  id text not null unique,
  key bytea not null,
  sha256 bytea not null,
  original_length bigint not null,
  redacted boolean not null,
  -- Raw deflate (RFC 1951) of the original bytes, or of the blanked page text in UTF-8.
  bytes bytea not null,
  -- Raw deflate of the page text in UTF-16LE, where decoding the bytes does not give it back.
  page_text bytea,
  page_kind text not null,
  encoding text not null,
  encoding_from text not null,
  url text,
  captured_at timestamptz,
  headers json not null,
  given json,
  added_at timestamptz not null default now()
);
alter table captures alter column bytes set storage external;
alter table captures alter column page_text set storage external;

create table article_versions (
  capture bigint not null references captures on delete cascade,
  version integer not null,
  analyser text not null,
  read_at timestamptz not null default now(),
  -- Raw deflate of the article in JSON.
  document bytea not null,
  primary key (capture, version)
);
alter table article_versions alter column document set storage external;

-- What lists and searches look at: one narrow row an article, of its newest version.
create table articles (
  seq bigint primary key references captures on delete cascade,
  id text not null,
  version integer not null,
  analyser text not null,
  title text not null,
  opening text not null,
  outlet text,
  outlet_key text,
  outlet_id text,
  url text,
  url_hash bytea,
  byline text,
  language text not null,
  direction text not null,
  published text,
  published_grain text,
  published_on date,
  sorted_at timestamptz not null,
  captured_at timestamptz,
  added_at timestamptz not null default now(),
  words integer not null,
  removals integer not null,
  terms tsvector not null
);
-- Read row by row when a list is filtered by words: worth its bytes uncompressed. Statistics on it would cost seconds
-- and decide nothing.
alter table articles alter column terms set storage external;
alter table articles alter column terms set statistics 0;
create index articles_newest on articles (sorted_at desc, seq desc);
create index articles_outlet on articles (outlet_key, sorted_at desc, seq desc);
create index articles_url on articles (url_hash);
create index articles_terms on articles using gin (terms);

create table log (
  seq bigint generated always as identity primary key,
  at timestamptz not null default now(),
  action text not null check (action in ('removed', 'restored', 'corrected')),
  article text not null,
  by text not null,
  reason text not null,
  field text,
  before text,
  after text
);
create index log_article on log (article, seq);

-- Articles that were taken out and stay out.
create table removed (
  id text primary key,
  at timestamptz not null default now()
);

create table failures (
  seq bigint generated always as identity primary key,
  source text not null,
  position bigint not null,
  reason text not null,
  detail text not null,
  attempts integer not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now()
);
-- By digest: a path may be longer than an index entry.
create unique index failures_place on failures (md5(source), position);

create table checkpoints (
  source_digest text primary key,
  source text not null,
  position bigint not null,
  fingerprint text not null,
  done boolean not null,
  saved_at timestamptz not null default now()
);
`
