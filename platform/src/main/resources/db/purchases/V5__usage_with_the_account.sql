-- What an account used up lies in the account's own row: it is read with the lock and written with the entries,
-- so that a purchase looks for one row instead of two.

create function purchases.word(p_note bytea, p_nth int) returns bigint
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as
$$
    select ('x' || encode(substring(p_note from p_nth * 8 - 7 for 8), 'hex'))::bit(64)::bigint
$$;
comment on function purchases.word(bytea, int) is 'The nth word of a note, from 1.';

select ledger.note(array_agg(u.account),
                   array_agg(int8send(u.last_at) || int8send(u.before_last)
                             || coalesce((select string_agg(int8send(word), ''::bytea order by nth)
                                            from unnest(u.counters) with ordinality as c(word, nth)), ''::bytea)))
  from purchases.usage u;

drop table purchases.usage;

create view purchases.usage as
select n.account, purchases.word(n.note, 1) as last_at, purchases.word(n.note, 2) as before_last,
       array(select purchases.word(n.note, nth) from generate_series(3, length(n.note) / 8) as nth) as counters
  from ledger.notes() as n;
comment on view purchases.usage is 'What each account used up of the limits that count for it; read and written under the account lock.';
comment on column purchases.usage.last_at is 'The last purchase, microseconds since 1970, for the repeat interval; 0: none.';
comment on column purchases.usage.before_last is 'The one before it, to go back to when the last one is voided.';
comment on column purchases.usage.counters is 'Pairs: limit (31 bits), first day of its window (16, days since 1970), meal (16); and count (19), net cents (44). Read them with purchases.counter().';

revoke all on function purchases.word(bytea, int) from public;
grant execute on function purchases.word(bytea, int) to ${app};
grant select on purchases.usage to ${app};
