-- What writers note of counts and of tags, in one row for a contact instead of two.
create table tally (
    organization_id text collate "C" not null,
    id              bigint           generated always as identity,
    kind            text collate "C" not null,
    change          bigint           not null,
    got             text[]           not null default '{}',
    lost            text[]           not null default '{}',
    noted_at        timestamptz      not null default current_timestamp,
    primary key (organization_id, id)
);

insert into tally (organization_id, kind, change)
select organization_id, kind, change from record_count_change;

insert into tally (organization_id, kind, change, got, lost, noted_at)
select organization_id, 'contact.active', 0, got, lost, noted_at from tag_change order by id;

drop table record_count_change;
drop table tag_change;
