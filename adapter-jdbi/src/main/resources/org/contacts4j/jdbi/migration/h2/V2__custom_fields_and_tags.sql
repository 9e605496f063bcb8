-- What organisations define for their contacts. A deleted definition stays for its key: contacts keep values under it.
create table custom_field (
    organization_id varchar not null,
    id              uuid not null,
    field_key       varchar not null,
    label           varchar not null,
    type            varchar not null,
    options         varchar array not null,
    required        boolean not null,
    folder_id       uuid,
    position        integer not null,
    archived        boolean not null,
    deleted         boolean not null,
    primary key (organization_id, id)
);

create unique index custom_field_by_key on custom_field (organization_id, field_key);
create index custom_field_deleted on custom_field (organization_id, deleted);

create table custom_field_folder (
    organization_id varchar not null,
    id              uuid not null,
    name            varchar not null,
    position        integer not null,
    primary key (organization_id, id)
);

-- The tags an organisation knows, how many contacts have each, and what is not yet added to that.
create table tag (
    organization_id varchar not null,
    tag_key         varchar not null,
    id              uuid not null,
    name            varchar not null,
    declared        boolean not null,
    contacts        bigint not null,
    created_at      timestamp with time zone not null,
    primary key (organization_id, tag_key)
);

create unique index tag_by_id on tag (organization_id, id);

create table tag_change (
    organization_id varchar not null,
    id              bigint generated always as identity,
    got             varchar array not null,
    lost            varchar array not null,
    noted_at        timestamp with time zone not null,
    primary key (organization_id, id)
);

-- The tags that contacts have already.
insert into tag_change (organization_id, got, lost, noted_at)
select organization_id, tags, cast(array[] as varchar array), created_at
from contact where cardinality(tags) > 0 order by created_at;

-- Texts that an organisation uses in its templates.
create table custom_value (
    organization_id varchar not null,
    value_key       varchar not null,
    content         varchar not null,
    updated_at      timestamp with time zone not null,
    primary key (organization_id, value_key)
);
