-- By what an import recognises a contact: its e-mails, in lower case, and its phones, normalised; each behind letters that
-- stand for its organisation. An import looks a thousand rows up at once, often in what the rows before have just written:
-- so the index holds them right away.
alter table contact add column match_keys text[] collate "C" not null default '{}';

update contact set match_keys = array(
    select distinct substr(md5(organization_id), 1, 8) || key from (
        select 'e:' || lower(email ->> 'address') from jsonb_array_elements(emails) email
        union all
        select 'p:' || case
                   when phone ->> 'number' ~ '^\s*\+' then '+' || digits
                   when digits ~ '^00.' then '+' || substr(digits, 3)
                   else digits end
        from jsonb_array_elements(phones) phone,
             regexp_replace(phone ->> 'number', '[^0-9]', '', 'g') digits
        where digits <> '') keys (key));

alter table contact alter column match_keys drop default;

create index contact_match_keys on contact using gin (match_keys) with (fastupdate = off);

-- Whoever holds an organisation's row may keep a batch of an import.
create table import_lock (
    organization_id text collate "C" primary key
);

-- Imports that run by themselves. Whoever works on one holds it until a time; then somebody else may take it up.
create table import_job (
    organization_id text collate "C" not null,
    id              uuid not null,
    member_id       text not null,
    role            text not null,
    data_scope      text not null,
    match_by        text not null,
    update_existing boolean not null,
    tags            text[] not null,
    file_name       text not null,
    is_json         boolean not null,
    state           text not null,
    columns         text[] not null,
    row_count       bigint not null,
    created         bigint not null,
    updated         bigint not null,
    skipped         bigint not null,
    failed          bigint not null,
    message         text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    holder          uuid not null,
    held_until      timestamptz not null,
    primary key (organization_id, id)
);

-- Every node asks each second for whom one waits.
create index import_job_open on import_job (held_until) where state not in ('done', 'failed');

-- Their files, until they end: in the database, so that any node can take them up.
create table import_part (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    part            integer not null,
    bytes           bytea not null,
    primary key (organization_id, import_id, part)
);

-- The rows of them that failed, as they were sent.
create table import_failed_row (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    row_number      bigint not null,
    cells           text not null,
    faults          text not null,
    primary key (organization_id, import_id, row_number)
);
