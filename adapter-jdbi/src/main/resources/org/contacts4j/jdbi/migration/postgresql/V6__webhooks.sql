-- Who is told of what happens to contacts. Whoever sends to a webhook holds it until a time; then somebody else may.
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
    primary key (organization_id, id)
);

-- The messages to them: written with the event, which has what they say. No foreign keys: writers of contacts shall not
-- wait for whoever changes a webhook. Those of a webhook that is gone are not sent, and go with their age.
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

-- Every node asks each second what is due.
create index webhook_delivery_due on webhook_delivery (organization_id, webhook_id, next_attempt_at)
    where state = 'pending';
create index webhook_delivery_turn on webhook_delivery (organization_id, webhook_id, contact_id, place, cause)
    where state = 'pending';
create index webhook_delivery_latest on webhook_delivery (organization_id, webhook_id, created_at, id);
create index webhook_delivery_age on webhook_delivery (created_at);
