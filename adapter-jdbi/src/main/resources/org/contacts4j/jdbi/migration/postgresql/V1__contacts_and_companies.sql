-- Every key begins with the organisation, and so does every order: one organisation's rows lie together.
-- Sort keys are plain columns compared byte by byte (collation "C"), so that pages are read from an index alone.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table company (
    organization_id    text collate "C" not null,
    id                 uuid             not null,
    name               text             not null,
    sort_name          text collate "C" not null,
    code               text collate "C",
    website            text,
    phone              text,
    email              text,
    tax_id             text,
    address            jsonb,
    custom_fields      jsonb            not null,
    primary_contact_id uuid,
    version            bigint           not null,
    created_at         timestamptz      not null,
    created_by         text,
    updated_at         timestamptz      not null,
    updated_by         text,
    primary key (organization_id, id)
);

create unique index company_code on company (organization_id, code);
create index company_by_name on company (organization_id, sort_name, id);
create index company_by_creation on company (organization_id, created_at, id);
create index company_by_update on company (organization_id, updated_at, id);

create table contact (
    organization_id  text collate "C" not null,
    id               uuid             not null,
    name             text             not null,
    first_name       text,
    last_name        text,
    salutation       text,
    display_name     text,
    local_name       text,
    sort_name        text collate "C" not null,
    search_text      text             not null,
    code             text collate "C",
    emails           jsonb            not null,
    phones           jsonb            not null,
    website          text,
    preferred_method text,
    language         text,
    do_not_contact   boolean          not null,
    address          jsonb,
    company_id       uuid,
    company_name     text,
    title            text,
    department       text collate "C",
    reports_to       uuid,
    source           text,
    tax_id           text,
    description      text,
    notes            text,
    custom_fields    jsonb            not null,
    tags             text[]           not null,
    tag_keys         text[]           not null,
    assigned_to      text[]           not null,
    teams            text[]           not null,
    status           text             not null,
    extensions       text             not null,
    version          bigint           not null,
    created_at       timestamptz      not null,
    created_by       text,
    updated_at       timestamptz      not null,
    updated_by       text,
    primary key (organization_id, id),
    constraint contact_of_company unique (organization_id, company_id, id),
    constraint contact_company foreign key (organization_id, company_id) references company (organization_id, id),
    constraint contact_manager foreign key (organization_id, reports_to) references contact (organization_id, id)
);

-- A company's primary contact is one of its own, whoever writes.
alter table company
    add constraint company_primary_contact foreign key (organization_id, id, primary_contact_id)
        references contact (organization_id, company_id, id);

create unique index contact_code on contact (organization_id, code);
create index contact_by_name on contact (organization_id, sort_name, id);
create index contact_by_creation on contact (organization_id, created_at, id);
create index contact_by_update on contact (organization_id, updated_at, id);
create index contact_by_company on contact (organization_id, company_id, sort_name, id) where company_id is not null;
create index contact_by_department on contact (organization_id, department, sort_name, id) where department is not null;
create index contact_by_manager on contact (organization_id, reports_to) where reports_to is not null;
create index contact_with_manager on contact (organization_id, sort_name, id) where reports_to is not null;
create index contact_by_method on contact (organization_id, preferred_method, sort_name, id)
    where preferred_method is not null;
create index contact_search on contact using gin (organization_id, search_text gin_trgm_ops);
create index contact_tags on contact using gin (organization_id, tag_keys);
create index contact_assignees on contact using gin (organization_id, assigned_to);
create index contact_custom_fields on contact using gin (organization_id, custom_fields jsonb_path_ops);

-- The log of everything that happened to contacts; it outlives them.
create table contact_event (
    organization_id text collate "C" not null,
    contact_id      uuid             not null,
    version         bigint           not null,
    id              uuid             not null,
    type            text             not null,
    occurred_at     timestamptz      not null,
    member_id       text,
    name            text             not null,
    email           text,
    company_id      uuid,
    status          text             not null,
    changes         text             not null,
    primary key (organization_id, contact_id, version, id)
);

-- How many records there are, without counting them: totals, and changes not yet added to them.
create table record_count (
    organization_id text collate "C" not null,
    kind            text collate "C" not null,
    total           bigint           not null,
    primary key (organization_id, kind)
);

create table record_count_change (
    organization_id text collate "C" not null,
    kind            text collate "C" not null,
    id              uuid             not null,
    change          bigint           not null,
    primary key (organization_id, kind, id)
);

-- Whoever holds an organisation's row may change who reports to whom.
create table reporting_line_lock (
    organization_id text collate "C" primary key
);

create table shared_secret (
    name   text primary key,
    secret text not null
);
