/** What the analysis finds in each article, and an index of whom and what it names. Filled behind the load, so that loading stays fast. */
export const sql = `
-- Articles that wait for their annotations: new ones, new versions, corrected ones.
create table waiting (
  capture bigint primary key references captures on delete cascade
);
insert into waiting select seq from captures;

create table annotations (
  capture bigint primary key references captures on delete cascade,
  -- The version of the article whose text the spans are cut from.
  version integer not null,
  analyser text not null,
  annotated_at timestamptz not null default now(),
  event_types text[] not null,
  -- Raw deflate of whatever the annotator wants back, in JSON.
  document bytea not null
);
alter table annotations alter column document set storage external;
create index annotations_event_types on annotations using gin (event_types);

-- One row for each thing that an article names.
create table mentions (
  capture bigint not null references captures on delete cascade,
  entity text not null,
  -- Catalog id, or type and folded name.
  key text not null,
  type text not null,
  name text not null,
  name_en text,
  words text[] not null,
  forms text[] not null,
  counts integer[] not null,
  primary key (capture, entity)
);
create index mentions_key on mentions (key, capture);
create index mentions_words on mentions using gin (words);
`
