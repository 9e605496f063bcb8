-- By what contacts were recognised before an import gave them another name or code, so that the same file makes nothing when
-- it is imported again.
create table remembered_trait (
    organization_id text collate "C" not null,
    trait           text collate "C" not null,
    contact_id      uuid not null,
    primary key (organization_id, trait, contact_id),
    constraint remembered_trait_contact foreign key (organization_id, contact_id)
        references contact (organization_id, id) on delete cascade
);

create index remembered_trait_of_contact on remembered_trait (organization_id, contact_id);
