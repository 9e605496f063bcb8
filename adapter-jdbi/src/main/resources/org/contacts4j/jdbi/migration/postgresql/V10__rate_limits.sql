-- What callers have left of their requests, for all nodes together, as bucket4j writes it. A name says who is counted and
-- against which rates. Not logged: after a crash everybody begins anew, and no request waits for the disk. Rows are
-- changed in place, so their pages keep room for that.
create unlogged table rate_limit (
    id         text collate "C" primary key,
    state      bytea,
    expires_at bigint
) with (fillfactor = 50);
