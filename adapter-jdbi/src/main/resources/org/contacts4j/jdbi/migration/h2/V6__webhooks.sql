-- Who is told of what happens to contacts. Whoever sends to a webhook holds it until a time; then somebody else may.
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
    primary key (organization_id, id)
);

-- The messages to them: written with the event, which has what they say. No foreign keys: writers of contacts shall not
-- wait for whoever changes a webhook. Those of a webhook that is gone are not sent, and go with their age.
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

-- Every node asks each second what is due.
create index webhook_delivery_due on webhook_delivery (organization_id, webhook_id, state, next_attempt_at);
create index webhook_delivery_turn on webhook_delivery (organization_id, webhook_id, state, contact_id, place, cause);
create index webhook_delivery_latest on webhook_delivery (organization_id, webhook_id, created_at, id);
create index webhook_delivery_age on webhook_delivery (created_at);
