-- By what an import recognises a contact: its e-mails, in lower case, and its phones, normalised. H2 finds nothing by the
-- elements of an array, so they are kept in a table as well. Contacts that were there before get theirs when their
-- e-mails or phones are next changed.
alter table contact add column match_keys varchar array default array[] not null;
alter table contact alter column match_keys drop default;

create table contact_match_key (
    organization_id varchar not null,
    match_key       varchar not null,
    contact_id      uuid    not null,
    primary key (organization_id, match_key, contact_id)
);

-- Whoever holds an organisation's row may keep a batch of an import.
create table import_lock (
    organization_id varchar primary key
);
