-- A limit of the role for the time of statements, which a pooler needs, must not end a migration.
set local statement_timeout = 0;
