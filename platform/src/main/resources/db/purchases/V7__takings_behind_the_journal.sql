-- The roll-up follows the journal instead of being written with it: a tray writes its rows once, and what has not been
-- added up yet is added by whoever reads. A reader sees exactly what was committed, in one snapshot, as before.

alter table purchases.takings rename to takings_folded;
comment on table purchases.takings_folded is 'Roll-up of the purchase journal up to the marks of its strands. Read it through purchases.takings, which adds the rest.';
revoke insert, update on purchases.takings_folded from ${app};

create table purchases.takings_mark (
    strand    smallint not null primary key,
    number    bigint   not null,
    booked_on date     not null,
    last_on   date     not null,
    constraint days_in_order check (booked_on <= last_on)
) with (fillfactor = 50);
comment on table purchases.takings_mark is 'How far the roll-up has followed each strand of the purchase journal.';
comment on column purchases.takings_mark.number is 'Everything up to this journal number of the strand is in purchases.takings_folded.';
comment on column purchases.takings_mark.booked_on is 'No later row of the strand is booked on an earlier day.';
comment on column purchases.takings_mark.last_on is 'No row of the strand is booked on a later day.';

-- Until now every row was added up in its own commit.
insert into purchases.takings_mark (strand, number, booked_on, last_on)
select k.strand, max(k.number), max(k.booked_on), max(k.booked_on)
  from (select (p.number >> 52)::smallint as strand, p.number, p.booked_on from purchases.purchase p) as k
 group by k.strand;

-- Called before the first row of a strand on another day than the rows before; usually once a day.
create function purchases.mark_day(p_strand smallint, p_day date) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    insert into purchases.takings_mark as m (strand, number, booked_on, last_on)
    values (p_strand, p_strand::bigint << 52, p_day, p_day)
    on conflict (strand) do update
       set booked_on = least(m.booked_on, excluded.booked_on), last_on = greatest(m.last_on, excluded.last_on)
$$;
comment on function purchases.mark_day(smallint, date) is 'Tells that rows of this strand may be booked on this day from now on.';

-- What rows of one strand and day, after one number and up to another, add to the roll-up.
create function purchases.takings_of(p_strand smallint, p_day date, p_after bigint, p_until bigint)
    returns table (business_day date, booked_on date, terminal int, merchant int, meal int, kind smallint,
                   strand smallint, count bigint, gross bigint, discount bigint, net bigint, cash bigint,
                   subsidy bigint, declined bigint)
    language sql stable set search_path = pg_catalog, pg_temp as
$$
    select p.business_day, p.booked_on, p.terminal, p.merchant, coalesce(p.meal, 0), p.kind, p_strand,
           sum(case when p.result <> 0 or p.kind = 4 then 0 when p.kind <> 3 then 1
                    when p.undoes is null then 0 else -1 end)::bigint,
           sum(p.gross)::bigint, sum(p.discount)::bigint, sum(p.net)::bigint, sum(p.cash)::bigint,
           sum(p.subsidy)::bigint, count(*) filter (where p.result <> 0)
      from purchases.purchase p
     where p.booked_on = p_day and p.number > p_after and p.number <= p_until
     group by p.business_day, p.booked_on, p.terminal, p.merchant, coalesce(p.meal, 0), p.kind
$$;

-- Stable: its statements see what the query that calls it sees. The rows lie together at the end of the primary key.
create function purchases.takings_not_folded()
    returns table (business_day date, booked_on date, terminal int, merchant int, meal int, kind smallint,
                   strand smallint, count bigint, gross bigint, discount bigint, net bigint, cash bigint,
                   subsidy bigint, declined bigint)
    language plpgsql stable security definer rows 1000 set search_path = pg_catalog, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off as
$$
declare
    v_mark purchases.takings_mark;
begin
    for v_mark in select m.* from purchases.takings_mark m loop
        for v_days in 0 .. v_mark.last_on - v_mark.booked_on loop
            return query select * from purchases.takings_of(
                v_mark.strand, v_mark.booked_on + v_days, v_mark.number,
                v_mark.strand::bigint << 52 | (1::bigint << 52) - 1);
        end loop;
    end loop;
end
$$;
comment on function purchases.takings_not_folded() is 'The takings of rows after the marks.';

-- Trays of a strand commit one after the other, so below a number that is seen everything is seen.
create function purchases.fold_takings() returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off as
$$
declare
    v_mark   purchases.takings_mark;
    v_last   record;
    v_until  bigint;
    v_on     date;
    v_folded int := 0;
begin
    for v_mark in select m.* from purchases.takings_mark m order by m.strand for update skip locked loop
        v_until := v_mark.number;
        for v_days in 0 .. v_mark.last_on - v_mark.booked_on loop
            select p.number, p.booked_on into v_last
              from purchases.purchase p
             where p.booked_on = v_mark.booked_on + v_days and p.number > v_until
               and p.number <= (v_mark.strand::bigint << 52 | (1::bigint << 52) - 1)
             order by p.number desc
             limit 1;
            if found then
                v_until := v_last.number;
                v_on := v_last.booked_on;
            end if;
        end loop;
        continue when v_until = v_mark.number;
        for v_days in 0 .. v_mark.last_on - v_mark.booked_on loop
            insert into purchases.takings_folded as t (business_day, booked_on, terminal, merchant, meal, kind, strand,
                                                       count, gross, discount, net, cash, subsidy, declined)
            select n.*
              from purchases.takings_of(v_mark.strand, v_mark.booked_on + v_days, v_mark.number, v_until) as n
            on conflict (business_day, booked_on, merchant, terminal, meal, kind, strand) do update
               set count = t.count + excluded.count,
                   gross = t.gross + excluded.gross,
                   discount = t.discount + excluded.discount,
                   net = t.net + excluded.net,
                   cash = t.cash + excluded.cash,
                   subsidy = t.subsidy + excluded.subsidy,
                   declined = t.declined + excluded.declined;
        end loop;
        update purchases.takings_mark set number = v_until, booked_on = v_on where strand = v_mark.strand;
        v_folded := v_folded + 1;
    end loop;
    return v_folded;
end
$$;
comment on function purchases.fold_takings() is 'Adds what has come since to the roll-up and moves the marks, strand by strand; returns how many strands had something. Strands another node is at are left to it.';

create view purchases.takings as
select business_day, booked_on, terminal, merchant, meal, kind, strand, count, gross, discount, net, cash, subsidy,
       declined
  from purchases.takings_folded
 union all
select business_day, booked_on, terminal, merchant, meal, kind, strand, count, gross, discount, net, cash, subsidy,
       declined
  from purchases.takings_not_folded();
comment on view purchases.takings is 'Roll-up of the purchase journal as of the newest commit. A key may come twice: add up.';

revoke all on function purchases.mark_day(smallint, date), purchases.takings_of(smallint, date, bigint, bigint),
    purchases.takings_not_folded(), purchases.fold_takings() from public;
grant select on purchases.takings to ${app};
grant execute on function purchases.mark_day(smallint, date), purchases.takings_not_folded(), purchases.fold_takings()
    to ${app};
grant execute on function purchases.takings_not_folded() to ${report};

create or replace view reporting.takings as
select business_day, booked_on, merchant, terminal, nullif(meal, 0) as meal, kind, sum(count) as count, sum(gross) as gross,
       sum(discount) as discount, sum(net) as net, sum(cash) as cash, sum(subsidy) as subsidy, sum(declined) as declined
  from purchases.takings
 group by business_day, booked_on, merchant, terminal, meal, kind;
