-- Journal numbers as people read them, and how far each strand has come.

create function ledger.readable(p_number bigint) returns text
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as
$$
    select format('%s-%s-%s', p_number >> 52, (p_number >> 14) & ((1::bigint << 38) - 1), p_number & 16383)
$$;
comment on function ledger.readable(bigint) is 'A journal number as strand-tray-position.';

revoke all on function ledger.readable(bigint) from public;
grant execute on function ledger.readable(bigint) to ${app};

create view reporting.strand as
select strand::int as strand, tray, booked_at from ledger.strand where booked_at is not null;
comment on view reporting.strand is 'How far each strand of the journal has come, for reports.';
grant select on reporting.strand to ${report};
