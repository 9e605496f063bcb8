-- What writers note of counts and of tags, in one row for a contact instead of two.
create table tally (
    organization_id varchar not null,
    id              bigint generated always as identity,
    kind            varchar not null,
    change          bigint not null,
    got             varchar array default array[] not null,
    lost            varchar array default array[] not null,
    noted_at        timestamp with time zone default current_timestamp not null,
    primary key (organization_id, id)
);

insert into tally (organization_id, kind, change)
select organization_id, kind, change from record_count_change;

insert into tally (organization_id, kind, change, got, lost, noted_at)
select organization_id, 'contact.active', 0, got, lost, noted_at from tag_change order by id;

drop table record_count_change;
drop table tag_change;
