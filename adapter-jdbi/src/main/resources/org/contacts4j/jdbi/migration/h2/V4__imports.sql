-- By what an import recognises a contact: its e-mails, in lower case, and its phones, normalised. H2 finds nothing by the
-- elements of an array, so they are kept in a table as well. Contacts that were there before get theirs when their
-- e-mails or phones are next changed.
alter table contact add column match_keys varchar array default array[] not null;
alter table contact alter column match_keys drop default;

create table contact_match_key (
    organization_id varchar not null,
    match_key       varchar not null,
    contact_id      uuid    not null,
    primary key (organization_id, match_key, contact_id)
);

-- Whoever holds an organisation's row may keep a batch of an import.
create table import_lock (
    organization_id varchar primary key
);

-- Imports that run by themselves. Whoever works on one holds it until a time; then somebody else may take it up.
create table import_job (
    organization_id varchar not null,
    id              uuid not null,
    member_id       varchar not null,
    role            varchar not null,
    data_scope      varchar not null,
    match_by        varchar not null,
    update_existing boolean not null,
    tags            varchar array not null,
    file_name       varchar not null,
    is_json         boolean not null,
    state           varchar not null,
    columns         varchar array not null,
    row_count       bigint not null,
    created         bigint not null,
    updated         bigint not null,
    skipped         bigint not null,
    failed          bigint not null,
    message         varchar,
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    holder          uuid not null,
    held_until      timestamp with time zone not null,
    primary key (organization_id, id)
);

-- Every node asks each second for whom one waits.
create index import_job_open on import_job (state, held_until);

-- Their files, until they end: in the database, so that any node can take them up.
create table import_part (
    organization_id varchar not null,
    import_id       uuid not null,
    part            integer not null,
    bytes           varbinary not null,
    primary key (organization_id, import_id, part)
);

-- The rows of them that failed, as they were sent.
create table import_failed_row (
    organization_id varchar not null,
    import_id       uuid not null,
    row_number      bigint not null,
    cells           varchar not null,
    faults          varchar not null,
    primary key (organization_id, import_id, row_number)
);
