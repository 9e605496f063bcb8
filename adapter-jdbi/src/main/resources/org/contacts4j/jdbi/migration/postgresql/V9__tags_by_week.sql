-- A key for each tag of a contact, with the week it was created in and its status, behind letters that stand for its
-- organisation: filters for a tag and a month ask for some of these, where tags and times have an index each, and either
-- finds far too much.
alter table contact add column tag_weeks text[] collate "C" not null default '{}';

update contact set tag_weeks = array(
    select substr(md5(organization_id), 1, 8) || floor(extract(epoch from created_at) / 604800)::bigint || status || ' ' || tag
    from unnest(tag_keys) tag)
where tag_keys <> '{}';

alter table contact alter column tag_weeks drop default;

create index contact_tag_weeks on contact using gin (tag_weeks);
