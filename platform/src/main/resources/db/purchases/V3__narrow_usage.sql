-- What an account used up is read and written with every purchase: two numbers a counter instead of five.

update purchases.usage as u
   set counters = coalesce(
           (select array_agg(packed.word order by n, packed.half)
              from generate_series(1, cardinality(u.counters), 5) as n
             cross join lateral (values
                   (1, (u.counters[n] << 32) | (u.counters[n + 1] << 16) | u.counters[n + 2]),
                   (2, (u.counters[n + 3] << 44) | u.counters[n + 4])) as packed(half, word)),
           '{}');

comment on column purchases.usage.counters is 'Pairs: limit (31 bits), first day of its window (16, days since 1970), meal (16); and count (19), net cents (44). Read them with purchases.counter().';

create function purchases.counter(p_counters bigint[])
    returns table (nth int, "limit" int, day date, meal int, count int, cents bigint)
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as
$$
    select n, (p_counters[n] >> 32)::int, date '1970-01-01' + ((p_counters[n] >> 16) & 65535)::int,
           (p_counters[n] & 65535)::int, (p_counters[n + 1] >> 44)::int,
           p_counters[n + 1] & ((1::bigint << 44) - 1)
      from generate_series(1, cardinality(p_counters), 2) as n
$$;
comment on function purchases.counter(bigint[]) is 'The counters of an account as rows.';

revoke all on function purchases.counter(bigint[]) from public;
grant execute on function purchases.counter(bigint[]) to ${app};
