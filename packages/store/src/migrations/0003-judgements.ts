/** What people say of two things being one, and the order in which articles are annotated, for whoever follows it. */
export const sql = `
-- Grows with every annotation kept, also when an article is annotated again.
alter table annotations add column turn bigint generated always as identity;
create unique index annotations_turn on annotations (turn);

-- One row for each act; rows are only ever added. What is taken back stays, beside the row that undoes it.
create table judgements (
  seq bigint generated always as identity primary key,
  at timestamptz not null default now(),
  verdict text not null check (verdict in ('same', 'different', 'unsure', 'undone')),
  -- Two things, each by an article that names it and its name there: ids of entities change when an article is read again.
  a_article text not null,
  a_name text not null,
  b_article text not null,
  b_name text not null,
  by text not null,
  reason text not null,
  undoes bigint unique references judgements
);
create index judgements_articles_a on judgements (a_article);
create index judgements_articles_b on judgements (b_article);
`
