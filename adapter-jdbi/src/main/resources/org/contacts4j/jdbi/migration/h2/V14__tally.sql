-- What writers note of counts and of tags, in one row for a contact instead of two. Read by number, and never long: it is
-- emptied every second. H2 has no second tree for a key that is one number.
create table tally (
    id              bigint generated always as identity primary key,
    organization_id varchar not null,
    kind            varchar not null,
    change          bigint not null,
    got             varchar array default array[] not null,
    lost            varchar array default array[] not null,
    noted_at        timestamp with time zone default current_timestamp not null
);

insert into tally (organization_id, kind, change)
select organization_id, kind, change from record_count_change;

insert into tally (organization_id, kind, change, got, lost, noted_at)
select organization_id, 'contact.active', 0, got, lost, noted_at from tag_change order by id;

drop table record_count_change;
drop table tag_change;

-- Rows that are only added, and whose keys cannot come twice: to H2 it is dear to look each time whether they have.
alter table contact_match_key drop primary key;
create index contact_match_key_found on contact_match_key (organization_id, match_key, contact_id);

alter table contact_event drop primary key;
create index contact_event_latest on contact_event (organization_id, contact_id, version, id);
