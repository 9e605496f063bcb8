-- Links from contacts to records of other systems, which go with their contact.
-- Amounts are text: H2's decimals would round them, or add zeros.

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
