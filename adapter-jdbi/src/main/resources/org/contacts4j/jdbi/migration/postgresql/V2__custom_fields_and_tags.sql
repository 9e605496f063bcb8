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
