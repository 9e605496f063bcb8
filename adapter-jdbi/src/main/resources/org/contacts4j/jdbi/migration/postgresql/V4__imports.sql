-- By what an import recognises a contact: its e-mails, in lower case, and its phones, normalised; each behind letters that
-- stand for its organisation. An import looks a thousand rows up at once, often in what the rows before have just written:
-- so the index holds them right away.
alter table contact add column match_keys text[] collate "C" not null default '{}';

update contact set match_keys = array(
    select distinct substr(md5(organization_id), 1, 8) || key from (
        select 'e:' || lower(email ->> 'address') from jsonb_array_elements(emails) email
        union all
        select 'p:' || case
                   when phone ->> 'number' ~ '^\s*\+' then '+' || digits
                   when digits ~ '^00.' then '+' || substr(digits, 3)
                   else digits end
        from jsonb_array_elements(phones) phone,
             regexp_replace(phone ->> 'number', '[^0-9]', '', 'g') digits
        where digits <> '') keys (key));

alter table contact alter column match_keys drop default;

create index contact_match_keys on contact using gin (match_keys) with (fastupdate = off);

-- Whoever holds an organisation's row may keep a batch of an import.
create table import_lock (
    organization_id text collate "C" primary key
);
