-- Links from contacts to records of other systems, which go with their contact.

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
