-- What PostgreSQL finds tags of a month by; H2 finds nothing by the elements of an array, so it stays empty here.
alter table contact add column tag_weeks varchar array default array[] not null;
alter table contact alter column tag_weeks drop default;
