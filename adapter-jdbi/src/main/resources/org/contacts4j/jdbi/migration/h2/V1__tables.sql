-- Every key and every sort order begins with the organization, so that the rows of one organization are stored
-- together. The tables match those on PostgreSQL. H2 has neither partial nor GIN indexes, nor JSON operators, so JSON
-- is stored as text. Sort keys are UTF-8 bytes: H2 compares text by UTF-16, which orders some characters differently.

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

-- The last four columns are derived. filter_keys (texts by key, between control characters) and notes_key hold the
-- folded values that filters compare. match_keys are the values by which an import matches a contact: its e-mail
-- addresses in lower case and its normalized phone numbers. tag_weeks, which PostgreSQL uses to find a tag in a month,
-- stays empty: H2 does not index array elements.
create table contact (
    organization_id  varchar not null,
    id               uuid not null,
    name             varchar not null,
    first_name       varchar,
    last_name        varchar,
    salutation       varchar,
    display_name     varchar,
    local_name       varchar,
    pronouns         varchar,
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
    filter_keys      varchar not null,
    notes_key        varchar not null,
    match_keys       varchar array not null,
    tag_weeks        varchar array not null,
    primary key (organization_id, id),
    constraint contact_of_company unique (organization_id, company_id, id)
);

-- A company's primary contact must be one of its own contacts, whichever transaction writes.
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

-- Added after the indexes: otherwise H2 would create indexes of its own for these keys.
alter table contact
    add constraint contact_company foreign key (organization_id, company_id) references company (organization_id, id);
alter table contact
    add constraint contact_manager foreign key (organization_id, reports_to) references contact (organization_id, id);

-- The event log of contacts. Events remain after their contact is deleted. Rows are only inserted, and keys cannot
-- repeat. There is no primary key, because the uniqueness check is expensive in H2.
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
    changes         varchar not null
);

create index contact_event_latest on contact_event (organization_id, contact_id, version, id);

-- The number of records of each kind: totals, plus the deltas in counter_journal that are not yet added to them.
create table record_count (
    organization_id varchar not null,
    kind            varchar not null,
    total           bigint not null,
    primary key (organization_id, kind)
);

-- The counter journal: the count and tag deltas of each write, in one row for a contact instead of two. It is scanned
-- by id and stays short, because it is emptied every second. In H2, a primary key of one number needs no second tree.
create table counter_journal (
    id              bigint generated always as identity primary key,
    organization_id varchar not null,
    kind            varchar not null,
    change          bigint not null,
    got             varchar array default array[] not null,
    lost            varchar array default array[] not null,
    noted_at        timestamp with time zone default current_timestamp not null
);

-- Locking an organization's row is required to change reporting lines (contact.reports_to).
create table reporting_line_lock (
    organization_id varchar primary key
);

create table shared_secret (
    name varchar primary key,
    secret varchar not null
);

-- How the forms of phone numbers in search_text, filter_keys and match_keys were derived. The only row has the id 1.
-- Contacts that have changed since changed_since must be derived again; null if there are none.
create table phone_form_version (
    id            integer primary key,
    version       varchar not null,
    since         timestamp with time zone not null,
    changed_since timestamp with time zone
);

-- The organizations whose contacts are being derived again, up to the contact after_id.
create table phone_form_derivation (
    organization_id varchar primary key,
    changed_since   timestamp with time zone not null,
    after_id        uuid not null
);

-- Organizations that have or had custom fields or webhooks. Writers for other organizations skip looking these up.
create table customized_organization (
    organization_id varchar primary key
);

-- The custom fields that organizations define for their contacts. A deleted definition remains as a row to reserve its
-- key, because contacts still store values under it.
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
    primary key (organization_id, id),
    constraint custom_field_special foreign key (organization_id) references customized_organization (organization_id)
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

-- The tags of an organization, with the number of contacts that have each. Entries of counter_journal not yet compacted
-- are not included.
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

-- Texts that an organization uses in its templates.
create table custom_value (
    organization_id varchar not null,
    value_key       varchar not null,
    content         varchar not null,
    updated_at      timestamp with time zone not null,
    primary key (organization_id, value_key)
);

-- The saved searches of an organization, in a single row because they are read and replaced together.
create table saved_views (
    organization_id varchar primary key,
    views           varchar not null,
    version         bigint  not null
);

-- The elements of contact.match_keys, one in each row, so that H2 can index them. There is no primary key, for the same
-- reason as in the event log.
create table contact_match_key (
    organization_id varchar not null,
    match_key       varchar not null,
    contact_id      uuid    not null
);

create index contact_match_key_found on contact_match_key (organization_id, match_key, contact_id);

-- Locking an organization's row is required to store a batch of an import.
create table import_lock (
    organization_id varchar primary key
);

-- Background imports. The node that runs one holds a lease on it until held_until; then another node may resume it.
create table import_job (
    organization_id varchar not null,
    id              uuid not null,
    member_id       varchar not null,
    role            varchar not null,
    data_scope      varchar not null,
    match_by        varchar not null,
    update_existing boolean not null,
    tags            varchar array not null,
    clear_dnc       boolean not null,
    charset         varchar,
    separator       varchar,
    column_mapping  varchar array not null, -- column names and fields in turn
    custom_fields   varchar array not null, -- keys and labels in turn
    date_format     varchar,
    decimal_mark    varchar,
    file_name       varchar not null,
    is_json         boolean not null,
    state           varchar not null,
    columns         varchar array not null,
    row_count       bigint not null,
    created         bigint not null,
    updated         bigint not null,
    skipped         bigint not null,
    failed          bigint not null,
    warned          bigint not null, -- the number of warnings
    message         varchar,
    attempts        integer not null, -- since a row was last stored
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    undo_member     varchar, -- the member who undoes the import, if any
    undo_role       varchar,
    undo_data_scope varchar,
    undo_removed    bigint not null,
    undo_restored   bigint not null,
    undo_kept       bigint not null,
    holder          uuid not null,
    held_until      timestamp with time zone not null,
    primary key (organization_id, id)
);

-- Every node queries each second for the organizations that have a runnable import.
create index import_job_open on import_job (state, held_until);

-- The files of imports, until these end. They are in the database so that any node can resume the import.
create table import_part (
    organization_id varchar not null,
    import_id       uuid not null,
    part            integer not null,
    bytes           varbinary not null,
    primary key (organization_id, import_id, part)
);

-- The import rows that failed, as they were sent.
create table import_failed_row (
    organization_id varchar not null,
    import_id       uuid not null,
    row_number      bigint not null,
    cells           varchar not null,
    faults          varchar not null,
    primary key (organization_id, import_id, row_number)
);

-- The contacts that imports created, those of a batch in a row. Undoing the import deletes them from the row.
create table import_creation (
    organization_id varchar not null,
    import_id       uuid not null,
    first_id        uuid not null,
    contact_ids     varchar array not null,
    primary key (organization_id, import_id, first_id)
);

-- The events of the contacts that imports updated. Undoing the import deletes the rows.
create table import_update (
    organization_id varchar not null,
    import_id       uuid not null,
    contact_id      uuid not null,
    event_id        uuid not null,
    primary key (organization_id, import_id, contact_id, event_id)
);

-- The events of contacts without effect: updates by an import that was undone, and by its undo. They do not prevent
-- the undo of an earlier import.
create table import_undone_event (
    organization_id varchar not null,
    contact_id      uuid not null,
    event_id        uuid not null,
    import_id       uuid not null,
    primary key (organization_id, contact_id, event_id)
);

create index import_undone_event_of_import on import_undone_event (organization_id, import_id);

-- The contacts that the undo of an import left as they are.
create table import_kept_contact (
    organization_id varchar not null,
    import_id       uuid not null,
    contact_id      uuid not null,
    reason          varchar not null,
    primary key (organization_id, import_id, contact_id)
);

-- What background imports left out, mended or skipped in rows that did not fail: the first 1000 of each import.
create table import_warning (
    organization_id varchar not null,
    import_id       uuid not null,
    position        integer not null,
    row_number      bigint not null,
    contact_id      uuid, -- the contact that the row created or matches
    fault           varchar not null,
    primary key (organization_id, import_id, position)
);

-- Match keys that contacts had before an import gave them another name or code. They ensure that importing the same
-- file again does not create duplicates.
create table former_match_key (
    organization_id varchar not null,
    match_key           varchar not null,
    contact_id      uuid not null,
    primary key (organization_id, match_key, contact_id),
    constraint former_match_key_contact foreign key (organization_id, contact_id)
        references contact (organization_id, id) on delete cascade
);

create index former_match_key_of_contact on former_match_key (organization_id, contact_id);

-- The links from contacts to records of other systems. They are deleted with their contact. Amounts are text, because
-- H2's decimals would round them or add zeros.
create table contact_link (
    organization_id varchar not null,
    contact_id      uuid not null,
    id              uuid not null,
    type            varchar not null,
    external_id     varchar not null,
    title           varchar,
    status          varchar,
    url             varchar,
    amount          varchar,
    currency        varchar,
    version         bigint not null,
    created_at      timestamp with time zone not null,
    created_by      varchar,
    updated_at      timestamp with time zone not null,
    updated_by      varchar,
    primary key (organization_id, contact_id, id),
    constraint contact_link_once unique (organization_id, contact_id, type, external_id),
    constraint contact_link_contact foreign key (organization_id, contact_id) references contact (organization_id, id)
        on delete cascade
);

-- The webhooks of organizations. The node that sends to a webhook holds a lease on it until held_until; then another
-- node may send.
create table webhook (
    organization_id varchar not null,
    id              uuid not null,
    url             varchar not null,
    description     varchar,
    events          varchar array not null,
    state           varchar not null,
    disabled_reason varchar,
    secret          varchar not null,
    previous_secret varchar,
    previous_until  timestamp with time zone,
    failing_since   timestamp with time zone,
    version         bigint not null,
    created_at      timestamp with time zone not null,
    created_by      varchar,
    updated_at      timestamp with time zone not null,
    updated_by      varchar,
    holder          uuid not null,
    held_until      timestamp with time zone not null,
    primary key (organization_id, id),
    constraint webhook_special foreign key (organization_id) references customized_organization (organization_id)
);

-- The deliveries to webhooks, inserted together with the event that contains their data. There are no foreign keys, so
-- that writers of contacts do not wait for transactions that change a webhook. Deliveries of a deleted webhook are not
-- sent, and are deleted by age.
create table webhook_delivery (
    organization_id  varchar not null,
    webhook_id       uuid not null,
    id               uuid not null,
    event            varchar not null,
    contact_id       uuid not null,
    cause            uuid not null,
    place            bigint not null,
    created_at       timestamp with time zone not null,
    state            varchar not null,
    attempts         integer not null,
    first_attempt_at timestamp with time zone,
    last_attempt_at  timestamp with time zone,
    took_millis      bigint,
    status           integer,
    error            varchar,
    next_attempt_at  timestamp with time zone,
    primary key (organization_id, webhook_id, id)
);

-- Every node queries each second for due deliveries.
create index webhook_delivery_due on webhook_delivery (organization_id, webhook_id, state, next_attempt_at);
create index webhook_delivery_turn on webhook_delivery (organization_id, webhook_id, state, contact_id, place, cause);
create index webhook_delivery_latest on webhook_delivery (organization_id, webhook_id, created_at, id);
create index webhook_delivery_age on webhook_delivery (created_at);

-- The comments on contacts. They are deleted with their contact.
create table contact_comment (
    organization_id varchar not null,
    id              uuid not null,
    contact_id      uuid not null,
    content         varchar not null,
    author          varchar not null,
    created_at      timestamp with time zone not null,
    edited_by       varchar,
    edited_at       timestamp with time zone,
    primary key (organization_id, id),
    constraint contact_comment_contact foreign key (organization_id, contact_id)
        references contact (organization_id, id) on delete cascade
);

create index contact_comment_of_contact on contact_comment (organization_id, contact_id, created_at, id);

-- The files attached to contacts, without their content. There is no cascading delete: deleting a contact must also
-- delete the content of its files.
create table attachment (
    organization_id varchar not null,
    id              uuid not null,
    contact_id      uuid not null,
    file_name       varchar not null,
    content_type    varchar not null,
    byte_count      bigint not null,
    sha256          varchar not null,
    uploaded_by     varchar not null,
    uploaded_at     timestamp with time zone not null,
    primary key (organization_id, id),
    constraint attachment_contact foreign key (organization_id, contact_id) references contact (organization_id, id)
);

create index attachment_of_contact on attachment (organization_id, contact_id, uploaded_at, id);

-- The total bytes of an organization's attachments. Locking the row is required to add an attachment.
create table attachment_usage (
    organization_id varchar primary key,
    byte_count      bigint not null
);

-- Content that no attachment references: being uploaded since the given time, or marked for deletion (marked_for_deletion).
create table unreferenced_content (
    organization_id varchar not null,
    id              uuid not null,
    since           timestamp with time zone not null,
    marked_for_deletion          boolean not null,
    primary key (organization_id, id)
);

-- The content of attachments, when operators configure storage in the database.
create table content_part (
    organization_id varchar not null,
    attachment_id   uuid not null,
    part            integer not null,
    bytes           varbinary not null,
    primary key (organization_id, attachment_id, part)
);

-- API keys, stored as the SHA-256 hash of their text.
create table api_key (
    organization_id varchar not null,
    id              uuid not null,
    name            varchar not null,
    key_hash        varchar not null,
    role            varchar not null,
    data_scope      varchar not null,
    expires_at      timestamp with time zone,
    networks        varchar array not null,
    created_at      timestamp with time zone not null,
    created_by      varchar not null,
    last_used_at    timestamp with time zone,
    last_used_from  varchar,
    primary key (organization_id, id)
);

create unique index api_key_by_hash on api_key (organization_id, key_hash);
create index api_key_latest on api_key (organization_id, created_at, id);

-- Revoked tokens: one token (token_id), or the tokens of a member (subject) that were issued before created_at.
create table token_revocation (
    organization_id varchar not null,
    id              uuid not null,
    subject         varchar,
    token_id        varchar,
    created_at      timestamp with time zone not null,
    created_by      varchar not null,
    primary key (organization_id, id)
);

create index token_revocation_latest on token_revocation (organization_id, created_at, id);
create index token_revocation_age on token_revocation (created_at);

-- The audit log of organizations, append-only. The key is the order of its lists.
create table audit_entry (
    organization_id varchar not null,
    created_at      timestamp with time zone not null,
    id              uuid not null,
    actor           varchar,
    action          varchar not null,
    subject_id      varchar,
    address         varchar,
    request_id      varchar,
    details         varchar not null,
    primary key (organization_id, created_at, id)
);

create index audit_entry_age on audit_entry (created_at);

-- The names of members: as set by administrators, and as in the most recent token of each member.
create table member (
    organization_id varchar not null,
    id              varchar not null,
    name            varchar,
    email           varchar,
    token_name      varchar,
    token_email     varchar,
    primary key (organization_id, id)
);

create table team (
    organization_id varchar not null,
    id              varchar not null,
    name            varchar,
    primary key (organization_id, id)
);

-- The members of each team. A member sees the contacts that are assigned to the team.
create table team_member (
    organization_id varchar not null,
    member_id       varchar not null,
    team_id         varchar not null,
    primary key (organization_id, member_id, team_id)
);

create index team_member_of_team on team_member (organization_id, team_id, member_id);

-- Requests with idempotency keys. The id is a hash of the sender, the route and the key. A request without a status is not
-- answered; the last four columns are its answer.
create table idempotency_record (
    organization_id varchar not null,
    id              varchar not null,
    fingerprint     varchar not null,
    claim           uuid not null,
    claimed_until   timestamp with time zone not null,
    created_at      timestamp with time zone not null,
    status          integer,
    record_version  bigint,
    headers         varchar,
    body            varbinary,
    primary key (organization_id, id)
);

create index idempotency_record_age on idempotency_record (created_at);

-- Requests to rewrite the file without deleted data, because a person was erased. H2 only marks the space of deleted
-- data as free.
create table file_rewrite (
    requested_at timestamp with time zone not null
);
