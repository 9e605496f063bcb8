-- Every key begins with the organisation, and so does every order: one organisation's rows lie together.
-- The same tables as on PostgreSQL. H2 has neither partial nor GIN indexes, nor JSON operators: JSON is kept as text.
-- Sort keys are bytes (of UTF-8): H2 would compare texts by UTF-16, which puts some characters elsewhere.

create table company (
    organization_id    varchar not null,
    id                 uuid not null,
    name               varchar not null,
    sort_name          varbinary not null,
    code               varchar,
    website            varchar,
    phone              varchar,
    email              varchar,
    tax_id             varchar,
    address            varchar,
    custom_fields      varchar not null,
    primary_contact_id uuid,
    version            bigint not null,
    created_at         timestamp with time zone not null,
    created_by         varchar,
    updated_at         timestamp with time zone not null,
    updated_by         varchar,
    primary key (organization_id, id)
);

create unique index company_code on company (organization_id, code);
create index company_by_name on company (organization_id, sort_name, id);
create index company_by_creation on company (organization_id, created_at, id);
create index company_by_update on company (organization_id, updated_at, id);

create table contact (
    organization_id  varchar not null,
    id               uuid not null,
    name             varchar not null,
    first_name       varchar,
    last_name        varchar,
    salutation       varchar,
    display_name     varchar,
    local_name       varchar,
    sort_name        varbinary not null,
    search_text      varchar not null,
    code             varchar,
    emails           varchar not null,
    phones           varchar not null,
    website          varchar,
    preferred_method varchar,
    language         varchar,
    do_not_contact   boolean not null,
    address          varchar,
    company_id       uuid,
    company_name     varchar,
    title            varchar,
    department       varchar,
    reports_to       uuid,
    source           varchar,
    tax_id           varchar,
    description      varchar,
    notes            varchar,
    custom_fields    varchar not null,
    tags             varchar array not null,
    tag_keys         varchar array not null,
    assigned_to      varchar array not null,
    teams            varchar array not null,
    status           varchar not null,
    extensions       varchar not null,
    version          bigint not null,
    created_at       timestamp with time zone not null,
    created_by       varchar,
    updated_at       timestamp with time zone not null,
    updated_by       varchar,
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
create index contact_by_company on contact (organization_id, company_id, sort_name, id);
create index contact_by_department on contact (organization_id, department, sort_name, id);
create index contact_by_manager on contact (organization_id, reports_to);
create index contact_by_method on contact (organization_id, preferred_method, sort_name, id);

-- The log of everything that happened to contacts; it outlives them.
create table contact_event (
    organization_id varchar not null,
    contact_id      uuid not null,
    version         bigint not null,
    id              uuid not null,
    type            varchar not null,
    occurred_at     timestamp with time zone not null,
    member_id       varchar,
    name            varchar not null,
    email           varchar,
    company_id      uuid,
    status          varchar not null,
    changes         varchar not null,
    primary key (organization_id, contact_id, version, id)
);

-- How many records there are, without counting them: totals, and changes not yet added to them.
create table record_count (
    organization_id varchar not null,
    kind            varchar not null,
    total           bigint not null,
    primary key (organization_id, kind)
);

create table record_count_change (
    organization_id varchar not null,
    kind            varchar not null,
    id              uuid    not null,
    change          bigint  not null,
    primary key (organization_id, kind, id)
);

-- Whoever holds an organisation's row may change who reports to whom.
create table reporting_line_lock (
    organization_id varchar primary key
);

create table shared_secret (
    name varchar primary key,
    secret varchar not null
);
