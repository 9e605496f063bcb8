-- Comments, attachments, members and teams.

-- What people wrote about contacts, which goes with its contact.
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

-- Files of contacts, apart from their content. They do not go by themselves when their contact goes: somebody has to see
-- to it that their content goes too.
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

-- The bytes of all attachments of an organisation. Whoever holds the row may add some.
create table attachment_usage (
    organization_id text collate "C" primary key,
    byte_count      bigint not null
);

-- Content that no attachment has: on its way in since a time, or doomed to be removed.
create table loose_content (
    organization_id text collate "C" not null,
    id              uuid not null,
    since           timestamptz not null,
    doomed          boolean not null,
    primary key (organization_id, id)
);

-- The content itself, where operators want it in the database.
create table content_part (
    organization_id text collate "C" not null,
    attachment_id   uuid not null,
    part            integer not null,
    bytes           bytea not null,
    primary key (organization_id, attachment_id, part)
);

-- The names of members: what administrators say, and what the members' own tokens said last.
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

-- Who is in which team, and so sees what is assigned to it.
create table team_member (
    organization_id text collate "C" not null,
    member_id       text not null,
    team_id         text not null,
    primary key (organization_id, member_id, team_id)
);

create index team_member_of_team on team_member (organization_id, team_id, member_id);

-- Contacts by team, as they are found by member.
create index contact_teams on contact using gin (organization_id, teams);
