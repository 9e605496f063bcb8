-- What filters compare, folded: texts by key in one value, between control characters. H2 has no JSON operators.
alter table contact add column filter_keys varchar default '' not null;
alter table contact add column notes_key varchar default '' not null;

-- The searches that an organisation has saved, in one row: they are read and replaced together.
create table saved_views (
    organization_id varchar primary key,
    views           varchar not null,
    version         bigint  not null
);
