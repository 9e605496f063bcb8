-- What filters compare, folded: texts by key. Custom fields are found by these, no longer by the values as they are shown.
alter table contact add column filter_keys jsonb default '{}' not null;
alter table contact add column notes_key text default '' not null;
drop index contact_custom_fields;
create index contact_filter_keys on contact using gin (organization_id, filter_keys jsonb_path_ops);

-- The searches that an organisation has saved, in one row: they are read and replaced together.
create table saved_views (
    organization_id text collate "C" primary key,
    views           text   not null,
    version         bigint not null
);
