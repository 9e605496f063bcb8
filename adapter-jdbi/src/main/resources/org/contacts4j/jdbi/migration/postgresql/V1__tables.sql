-- Every key and every sort order begins with the organization, so that the rows of one organization are stored
-- together. Sort keys are plain columns compared byte by byte (collation "C"), so that pages are read from an index
-- alone.

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

-- The last four columns are derived. filter_keys (texts by key) and notes_key hold the folded values that filters
-- compare. match_keys are the values by which an import matches a contact: its e-mail addresses in lower case and its
-- normalized phone numbers. tag_weeks combines each tag with the contact's status and the week of its creation. Each
-- element of the last two begins with a prefix of the organization.
create table contact (
    organization_id  text collate "C" not null,
    id               uuid             not null,
    name             text             not null,
    first_name       text,
    last_name        text,
    salutation       text,
    display_name     text,
    local_name       text,
    pronouns         text,
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
    filter_keys      jsonb            not null,
    notes_key        text             not null,
    match_keys       text[] collate "C" not null,
    tag_weeks        text[] collate "C" not null,
    primary key (organization_id, id),
    constraint contact_of_company unique (organization_id, company_id, id),
    constraint contact_company foreign key (organization_id, company_id) references company (organization_id, id),
    constraint contact_manager foreign key (organization_id, reports_to) references contact (organization_id, id)
);

-- A company's primary contact must be one of its own contacts, whichever transaction writes.
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
create index contact_filter_keys on contact using gin (organization_id, filter_keys jsonb_path_ops);
create index contact_teams on contact using gin (organization_id, teams);

-- An import looks up a thousand rows at once, often among those that it has just written. The index is therefore
-- updated immediately.
create index contact_match_keys on contact using gin (match_keys) with (fastupdate = off);

-- Filters for a tag and a month look up some of these keys. The separate indexes on tags and times would each find far
-- too many rows.
create index contact_tag_weeks on contact using gin (tag_weeks);

-- The event log of contacts. Events remain after their contact is deleted.
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

-- The number of records of each kind: totals, plus the deltas in counter_journal that are not yet added to them.
create table record_count (
    organization_id text collate "C" not null,
    kind            text collate "C" not null,
    total           bigint           not null,
    primary key (organization_id, kind)
);

-- The counter journal: the count and tag deltas of each write, in one row for a contact instead of two.
create table counter_journal (
    organization_id text collate "C" not null,
    id              bigint           generated always as identity,
    kind            text collate "C" not null,
    change          bigint           not null,
    got             text[]           not null default '{}',
    lost            text[]           not null default '{}',
    noted_at        timestamptz      not null default current_timestamp,
    primary key (organization_id, id)
);

-- Locking an organization's row is required to change reporting lines (contact.reports_to).
create table reporting_line_lock (
    organization_id text collate "C" primary key
);

create table shared_secret (
    name   text primary key,
    secret text not null
);

-- How the forms of phone numbers in search_text, filter_keys and match_keys were derived. The only row has the id 1.
-- Contacts that have changed since changed_since must be derived again; null if there are none.
create table phone_form_version (
    id            integer primary key,
    version       text not null,
    since         timestamptz not null,
    changed_since timestamptz
);

-- The organizations whose contacts are being derived again, up to the contact after_id.
create table phone_form_derivation (
    organization_id text collate "C" primary key,
    changed_since   timestamptz not null,
    after_id        uuid not null
);

-- Organizations that have or had custom fields or webhooks. Writers for other organizations skip looking these up.
create table customized_organization (
    organization_id text collate "C" primary key
);

-- The custom fields that organizations define for their contacts. A deleted definition remains as a row to reserve its
-- key, because contacts still store values under it.
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
    primary key (organization_id, id),
    constraint custom_field_special foreign key (organization_id) references customized_organization (organization_id)
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

-- The tags of an organization, with the number of contacts that have each. Entries of counter_journal not yet compacted
-- are not included.
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

-- Texts that an organization uses in its templates.
create table custom_value (
    organization_id text collate "C" not null,
    value_key       text collate "C" not null,
    content         text             not null,
    updated_at      timestamptz      not null,
    primary key (organization_id, value_key)
);

-- The saved searches of an organization, in a single row because they are read and replaced together.
create table saved_views (
    organization_id text collate "C" primary key,
    views           text   not null,
    version         bigint not null
);

-- Locking an organization's row is required to store a batch of an import.
create table import_lock (
    organization_id text collate "C" primary key
);

-- Background imports. The node that runs one holds a lease on it until held_until; then another node may resume it.
create table import_job (
    organization_id text collate "C" not null,
    id              uuid not null,
    member_id       text not null,
    role            text not null,
    data_scope      text not null,
    match_by        text not null,
    update_existing boolean not null,
    tags            text[] not null,
    clear_dnc       boolean not null,
    charset         text,
    separator       text,
    column_mapping  text[] not null, -- column names and fields in turn
    custom_fields   text[] not null, -- keys and labels in turn
    date_format     text,
    decimal_mark    text,
    file_name       text not null,
    is_json         boolean not null,
    state           text not null,
    columns         text[] not null,
    row_count       bigint not null,
    created         bigint not null,
    updated         bigint not null,
    skipped         bigint not null,
    failed          bigint not null,
    warned          bigint not null, -- the number of warnings
    message         text,
    attempts        integer not null, -- since a row was last stored
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    undo_member     text, -- the member who undoes the import, if any
    undo_role       text,
    undo_data_scope text,
    undo_removed    bigint not null,
    undo_restored   bigint not null,
    undo_kept       bigint not null,
    holder          uuid not null,
    held_until      timestamptz not null,
    primary key (organization_id, id)
);

-- Every node queries each second for the organizations that have a runnable import.
create index import_job_open on import_job (held_until) where state not in ('done', 'failed', 'undone');

-- The files of imports, until these end. They are in the database so that any node can resume the import.
create table import_part (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    part            integer not null,
    bytes           bytea not null,
    primary key (organization_id, import_id, part)
);

-- The import rows that failed, as they were sent.
create table import_failed_row (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    row_number      bigint not null,
    cells           text not null,
    faults          text not null,
    primary key (organization_id, import_id, row_number)
);

-- The contacts that imports created, those of a batch in a row. Undoing the import deletes them from the row.
create table import_creation (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    first_id        uuid not null,
    contact_ids     text[] not null,
    primary key (organization_id, import_id, first_id)
);

-- The events of the contacts that imports updated. Undoing the import deletes the rows.
create table import_update (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    contact_id      uuid not null,
    event_id        uuid not null,
    primary key (organization_id, import_id, contact_id, event_id)
);

-- The events of contacts without effect: updates by an import that was undone, and by its undo. They do not prevent
-- the undo of an earlier import.
create table import_undone_event (
    organization_id text collate "C" not null,
    contact_id      uuid not null,
    event_id        uuid not null,
    import_id       uuid not null,
    primary key (organization_id, contact_id, event_id)
);

create index import_undone_event_of_import on import_undone_event (organization_id, import_id);

-- The contacts that the undo of an import left as they are.
create table import_kept_contact (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    contact_id      uuid not null,
    reason          text not null,
    primary key (organization_id, import_id, contact_id)
);

-- What background imports left out, mended or skipped in rows that did not fail: the first 1000 of each import.
create table import_warning (
    organization_id text collate "C" not null,
    import_id       uuid not null,
    position        integer not null,
    row_number      bigint not null,
    contact_id      uuid, -- the contact that the row created or matches
    fault           text not null,
    primary key (organization_id, import_id, position)
);

-- Match keys that contacts had before an import gave them another name or code. They ensure that importing the same
-- file again does not create duplicates.
create table former_match_key (
    organization_id text collate "C" not null,
    match_key           text collate "C" not null,
    contact_id      uuid not null,
    primary key (organization_id, match_key, contact_id),
    constraint former_match_key_contact foreign key (organization_id, contact_id)
        references contact (organization_id, id) on delete cascade
);

create index former_match_key_of_contact on former_match_key (organization_id, contact_id);

-- The links from contacts to records of other systems. They are deleted with their contact.
create table contact_link (
    organization_id text collate "C" not null,
    contact_id      uuid             not null,
    id              uuid             not null,
    type            text             not null,
    external_id     text collate "C" not null,
    title           text,
    status          text,
    url             text,
    amount          numeric,
    currency        text,
    version         bigint           not null,
    created_at      timestamptz      not null,
    created_by      text,
    updated_at      timestamptz      not null,
    updated_by      text,
    primary key (organization_id, contact_id, id),
    constraint contact_link_once unique (organization_id, contact_id, type, external_id),
    constraint contact_link_contact foreign key (organization_id, contact_id) references contact (organization_id, id)
        on delete cascade
);

-- The webhooks of organizations. The node that sends to a webhook holds a lease on it until held_until; then another
-- node may send.
create table webhook (
    organization_id text collate "C" not null,
    id              uuid        not null,
    url             text        not null,
    description     text,
    events          text[]      not null,
    state           text        not null,
    disabled_reason text,
    secret          text        not null,
    previous_secret text,
    previous_until  timestamptz,
    failing_since   timestamptz,
    version         bigint      not null,
    created_at      timestamptz not null,
    created_by      text,
    updated_at      timestamptz not null,
    updated_by      text,
    holder          uuid        not null,
    held_until      timestamptz not null,
    primary key (organization_id, id),
    constraint webhook_special foreign key (organization_id) references customized_organization (organization_id)
);

-- The deliveries to webhooks, inserted together with the event that contains their data. There are no foreign keys, so
-- that writers of contacts do not wait for transactions that change a webhook. Deliveries of a deleted webhook are not
-- sent, and are deleted by age.
create table webhook_delivery (
    organization_id  text collate "C" not null,
    webhook_id       uuid        not null,
    id               uuid        not null,
    event            text        not null,
    contact_id       uuid        not null,
    cause            uuid        not null,
    place            bigint      not null,
    created_at       timestamptz not null,
    state            text        not null,
    attempts         integer     not null,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    took_millis      bigint,
    status           integer,
    error            text,
    next_attempt_at  timestamptz,
    primary key (organization_id, webhook_id, id)
);

-- Every node queries each second for due deliveries.
create index webhook_delivery_due on webhook_delivery (organization_id, webhook_id, next_attempt_at)
    where state = 'pending';
create index webhook_delivery_turn on webhook_delivery (organization_id, webhook_id, contact_id, place, cause)
    where state = 'pending';
create index webhook_delivery_latest on webhook_delivery (organization_id, webhook_id, created_at, id);
create index webhook_delivery_age on webhook_delivery (created_at);

-- The comments on contacts. They are deleted with their contact.
create table contact_comment (
    organization_id text collate "C" not null,
    id              uuid not null,
    contact_id      uuid not null,
    content         text not null,
    author          text not null,
    created_at      timestamptz not null,
    edited_by       text,
    edited_at       timestamptz,
    primary key (organization_id, id),
    constraint contact_comment_contact foreign key (organization_id, contact_id)
        references contact (organization_id, id) on delete cascade
);

create index contact_comment_of_contact on contact_comment (organization_id, contact_id, created_at, id);

-- The files attached to contacts, without their content. There is no cascading delete: deleting a contact must also
-- delete the content of its files.
create table attachment (
    organization_id text collate "C" not null,
    id              uuid not null,
    contact_id      uuid not null,
    file_name       text not null,
    content_type    text not null,
    byte_count      bigint not null,
    sha256          text not null,
    uploaded_by     text not null,
    uploaded_at     timestamptz not null,
    primary key (organization_id, id),
    constraint attachment_contact foreign key (organization_id, contact_id) references contact (organization_id, id)
);

create index attachment_of_contact on attachment (organization_id, contact_id, uploaded_at, id);

-- The total bytes of an organization's attachments. Locking the row is required to add an attachment.
create table attachment_usage (
    organization_id text collate "C" primary key,
    byte_count      bigint not null
);

-- Content that no attachment references: being uploaded since the given time, or marked for deletion (marked_for_deletion).
create table unreferenced_content (
    organization_id text collate "C" not null,
    id              uuid not null,
    since           timestamptz not null,
    marked_for_deletion          boolean not null,
    primary key (organization_id, id)
);

-- The content of attachments, when operators configure storage in the database.
create table content_part (
    organization_id text collate "C" not null,
    attachment_id   uuid not null,
    part            integer not null,
    bytes           bytea not null,
    primary key (organization_id, attachment_id, part)
);

-- API keys, stored as the SHA-256 hash of their text.
create table api_key (
    organization_id text collate "C" not null,
    id              uuid not null,
    name            text not null,
    key_hash        text collate "C" not null,
    role            text not null,
    data_scope      text not null,
    expires_at      timestamptz,
    networks        text[] not null,
    created_at      timestamptz not null,
    created_by      text not null,
    last_used_at    timestamptz,
    last_used_from  text,
    primary key (organization_id, id)
);

create unique index api_key_by_hash on api_key (organization_id, key_hash);
create index api_key_latest on api_key (organization_id, created_at, id);

-- Revoked tokens: one token (token_id), or the tokens of a member (subject) that were issued before created_at.
create table token_revocation (
    organization_id text collate "C" not null,
    id              uuid not null,
    subject         text collate "C",
    token_id        text collate "C",
    created_at      timestamptz not null,
    created_by      text not null,
    primary key (organization_id, id)
);

create index token_revocation_latest on token_revocation (organization_id, created_at, id);
create index token_revocation_age on token_revocation (created_at);

-- The audit log of organizations, append-only. The key is the order of its lists.
create table audit_entry (
    organization_id text collate "C" not null,
    created_at      timestamptz not null,
    id              uuid not null,
    actor           text,
    action          text not null,
    subject_id      text,
    address         text,
    request_id      text,
    details         text not null,
    primary key (organization_id, created_at, id)
);

create index audit_entry_age on audit_entry (created_at);

-- The names of members: as set by administrators, and as in the most recent token of each member.
create table member (
    organization_id text collate "C" not null,
    id              text collate "C" not null,
    name            text,
    email           text,
    token_name      text,
    token_email     text,
    primary key (organization_id, id)
);

create table team (
    organization_id text collate "C" not null,
    id              text collate "C" not null,
    name            text,
    primary key (organization_id, id)
);

-- The members of each team. A member sees the contacts that are assigned to the team.
create table team_member (
    organization_id text collate "C" not null,
    member_id       text not null,
    team_id         text not null,
    primary key (organization_id, member_id, team_id)
);

create index team_member_of_team on team_member (organization_id, team_id, member_id);


-- The rate-limit buckets that all nodes share, in the format of bucket4j. The id identifies the caller and the rates.
-- The table is unlogged: a crash resets all buckets, and no request waits for the disk. Rows are updated in place, so
-- their pages reserve space for that.
create unlogged table rate_limit (
    id         text collate "C" primary key,
    state      bytea not null,
    expires_at bigint not null
) with (fillfactor = 50);

-- Requests with idempotency keys. The id is a hash of the sender, the route and the key. A request without a status is not
-- answered; the last four columns are its answer.
create table idempotency_record (
    organization_id text collate "C" not null,
    id              text collate "C" not null,
    fingerprint     text not null,
    claim           uuid not null,
    claimed_until   timestamptz not null,
    created_at      timestamptz not null,
    status          integer,
    record_version  bigint,
    headers         text,
    body            bytea,
    primary key (organization_id, id)
);

create index idempotency_record_age on idempotency_record (created_at);
