-- What organisations define for their contacts. A deleted definition stays for its key: contacts keep values under it.
create table custom_field (
    organization_id text collate "C" not null,
    id              uuid             not null,
    field_key       text collate "C" not null,
    label           text             not null,
    type            text             not null,
    options         text[]           not null,
    required        boolean          not null,
    folder_id       uuid,
    position        integer          not null,
    archived        boolean          not null,
    deleted         boolean          not null,
    primary key (organization_id, id)
);

create unique index custom_field_by_key on custom_field (organization_id, field_key);
create index custom_field_deleted on custom_field (organization_id, field_key) where deleted;

create table custom_field_folder (
    organization_id text collate "C" not null,
    id              uuid             not null,
    name            text             not null,
    position        integer          not null,
    primary key (organization_id, id)
);

-- The tags an organisation knows, how many contacts have each, and what is not yet added to that.
create table tag (
    organization_id text collate "C" not null,
    tag_key         text collate "C" not null,
    id              uuid             not null,
    name            text             not null,
    declared        boolean          not null,
    contacts        bigint           not null,
    created_at      timestamptz      not null,
    primary key (organization_id, tag_key)
);

create unique index tag_by_id on tag (organization_id, id);

create table tag_change (
    organization_id text collate "C" not null,
    id              bigint           generated always as identity,
    got             text[]           not null,
    lost            text[]           not null,
    noted_at        timestamptz      not null,
    primary key (organization_id, id)
);

-- The tags that contacts have already.
insert into tag_change (organization_id, got, lost, noted_at)
select organization_id, tags, '{}', created_at
from contact where tags <> '{}' order by created_at;

-- Texts that an organisation uses in its templates.
create table custom_value (
    organization_id text collate "C" not null,
    value_key       text collate "C" not null,
    content         text             not null,
    updated_at      timestamptz      not null,
    primary key (organization_id, value_key)
);
