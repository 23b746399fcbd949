-- The books. Balances change only inside ledger.post(); the application's role may read these tables and
-- call the functions, nothing else.

create table ledger.account (
    id           int     not null primary key,
    version      int     not null default 0 check (version >= 0),
    cash         bigint  not null default 0,
    subsidy      bigint  not null default 0 constraint subsidy_never_negative check (subsidy >= 0),
    held_cash    bigint  not null default 0,
    held_subsidy bigint  not null default 0 constraint held_subsidy_never_negative check (held_subsidy >= 0),
    cash_floor   bigint  not null default 0 check (cash_floor <= 0),
    subsidy_until date,
    note         bytea   not null default '',
    last_on      date,
    last_number  bigint,
    constraint cash_not_below_floor check (cash >= cash_floor),
    constraint held_cash_not_below_zero check (held_cash >= 0 or cash_floor < 0),
    constraint last_entry_whole check ((last_on is null) = (last_number is null))
) with (fillfactor = 70);
comment on table ledger.account is 'One row per person: what the purses hold. Derived from ledger.entry, kept in the same transaction.';
comment on column ledger.account.id is 'The number of the person.';
comment on column ledger.account.version is 'How many entries the account has had; the number of its newest entry.';
comment on column ledger.account.cash_floor is 'How far below zero the cash purse legally is; 0 while it is not.';
comment on column ledger.account.subsidy_until is 'Last day on which the subsidy can be spent; null: it never expires.';
comment on column ledger.account.note is 'What the room that charges the account keeps of it: read with the lock, written with the entries, not understood here.';
comment on column ledger.account.last_on is 'Day of booking of the newest entry; null while there is none.';
comment on column ledger.account.last_number is 'Journal number of the newest entry.';

create table ledger.entry (
    number       bigint      not null,
    debit        bigint      not null,
    credit       bigint      not null,
    cents        bigint      not null constraint moves_more_than_nothing check (cents > 0),
    cause        bigint      not null,
    at           timestamptz not null,
    booked_at    timestamptz not null,
    cash_after   bigint,
    subsidy_after bigint,
    held_cash_after bigint,
    held_subsidy_after bigint,
    prev_number  bigint,
    booked_on    date        not null,
    prev_on      date,
    account      int,
    version      int,
    kind         smallint    not null check (kind between 1 and 99),
    overdraft    smallint    not null default 0 check (overdraft between 0 and 9),
    primary key (booked_on, number),
    constraint two_sides check (debit <> credit),
    constraint of_one_person check (
        (account is null) = (debit < 0 and credit < 0)
        and (debit < 0 or debit / 8 = account) and (credit < 0 or credit / 8 = account)),
    constraint balance_after_on_purses check (
        (account is null) = (version is null) and (account is null) = (cash_after is null)
        and (account is null) = (subsidy_after is null))
) partition by range (booked_on);
comment on table ledger.entry is 'The journal: one row moves money from one account (debit) to another (credit). Append-only.';
comment on column ledger.entry.number is 'Strand (11 bits), tray (38), position (14).';
comment on column ledger.entry.debit is 'The account that gives: person * 8 + purse, or minus (kind << 32 | ref) for an account of the house.';
comment on column ledger.entry.credit is 'The account that gets; numbered like debit.';
comment on column ledger.entry.cause is 'Journal number of what caused it; 0: it stands for itself.';
comment on column ledger.entry.at is 'Transaction time.';
comment on column ledger.entry.booked_at is 'Booking time.';
comment on column ledger.entry.account is 'The person whose purse is touched; null between two accounts of the house.';
comment on column ledger.entry.version is 'The how-manieth entry of that account.';
comment on column ledger.entry.held_cash_after is 'Held cash after it; null where the entry does not touch held purses.';
comment on column ledger.entry.held_subsidy_after is 'Held subsidy after it; null where the entry does not touch held purses.';
comment on column ledger.entry.prev_number is 'The entry before it of the same account: a chain instead of an index.';
comment on column ledger.entry.prev_on is 'Day of booking of the entry before it.';
comment on column ledger.entry.overdraft is 'Why the cash purse may go below zero here; 0: it may not.';

create table ledger.strand (
    strand    smallint    not null primary key check (strand between 0 and 2047),
    tray      bigint      not null check (tray >= 0),
    booked_at timestamptz
) with (fillfactor = 50);
comment on table ledger.strand is 'The last tray of each strand. A strand belongs to one node and one writer.';
comment on column ledger.strand.booked_at is 'Booking time of that tray; null before the first.';

-- Partitions by month of booking. Called ahead of time and, if that was missed, by the first posting of a month.
create function ledger.month_partition(p_table text, p_day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    v_from   date := date_trunc('month', p_day)::date;
    v_schema text := split_part(p_table, '.', 1);
    v_name   text := split_part(p_table, '.', 2) || to_char(v_from, '_YYYY_MM');
begin
    if to_regclass(format('%I.%I', v_schema, v_name)) is not null then
        return;
    end if;
    if p_table not in ('ledger.entry', 'purchases.purchase') then
        raise exception 'no partitions are made for %', p_table;
    end if;
    perform pg_advisory_xact_lock(hashtext(p_table));
    -- A query, not to_regclass: what the first look cached is not forgotten by waiting for an advisory lock.
    if exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = v_schema and c.relname = v_name) then
        return;
    end if;
    -- Attaching lets trays read and write the journal meanwhile; "create table … partition of" would stop them
    -- all, and could end in a deadlock with a tray that holds accounts.
    execute format('create table %I.%I (like %s including all)', v_schema, v_name, p_table);
    execute format('alter table %s attach partition %I.%I for values from (%L) to (%L)',
                   p_table, v_schema, v_name, v_from, (v_from + interval '1 month')::date);
end
$$;
comment on function ledger.month_partition(text, date) is 'Makes the partition of that day''s month if it is not there.';

create function ledger.open_account(p_ids int[]) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    insert into ledger.account (id) select unnest(p_ids) on conflict do nothing
$$;
comment on function ledger.open_account(int[]) is 'Opens accounts that are not open yet.';

create function ledger.lock(p_ids int[])
    returns table (id int, version int, cash bigint, subsidy bigint, held_cash bigint, held_subsidy bigint,
                   subsidy_until date, last_on date, last_number bigint)
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    select a.id, a.version, a.cash, a.subsidy, a.held_cash, a.held_subsidy, a.subsidy_until, a.last_on, a.last_number
      from ledger.account a
     where a.id = any (p_ids)
     order by a.id
       for update
$$;
comment on function ledger.lock(int[]) is 'Locks accounts in the order of their numbers; a function, because the application may not update the table.';

create function ledger.open_tray(p_strand smallint, p_booked_at timestamptz, p_booked_on date) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    v_tray bigint;
begin
    -- Partitions are made a month ahead; on all but the first tray of a month this only looks.
    perform ledger.month_partition('ledger.entry', p_booked_on);
    perform ledger.month_partition('ledger.entry', (p_booked_on + interval '1 month')::date);
    insert into ledger.strand as s (strand, tray, booked_at) values (p_strand, 1, p_booked_at)
    on conflict (strand) do update set tray = s.tray + 1, booked_at = excluded.booked_at
    returning tray into v_tray;
    return v_tray;
end
$$;
comment on function ledger.open_tray(smallint, timestamptz, date) is 'Takes the next tray of a strand and locks the strand until the transaction ends.';

create function ledger.subsidy_until(p_account int, p_day date) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    update ledger.account set subsidy_until = p_day where id = p_account
$$;
comment on function ledger.subsidy_until(int, date) is 'Sets the last valid day of an account''s subsidy.';

-- Books transfers. What the caller says each balance becomes is not believed: the sums of the entries decide,
-- and if the two differ nothing is booked. Times come as microseconds since 1970, because arrays of bigint
-- travel in binary.
create function ledger.post(
    p_booked_on date, p_booked_at timestamptz,
    p_number bigint[], p_debit bigint[], p_credit bigint[], p_cents bigint[], p_cause bigint[], p_at bigint[],
    p_kind smallint[], p_overdraft smallint[], p_account int[], p_version int[],
    p_cash_after bigint[], p_subsidy_after bigint[], p_held_cash_after bigint[], p_held_subsidy_after bigint[],
    p_prev_on int[], p_prev_number bigint[], p_note bytea[]) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    v_touched int;
    v_updated int;
begin
    -- Arrays are opened in the select list: in the from clause each would be laid down in a store of its own first.
    insert into ledger.entry (number, debit, credit, cents, cause, at, booked_at, cash_after, subsidy_after,
                              held_cash_after, held_subsidy_after, prev_number, booked_on, prev_on,
                              account, version, kind, overdraft)
    select e.number, e.debit, e.credit, e.cents, e.cause,
           timestamptz '1970-01-01 00:00:00+00' + e.at * interval '1 microsecond', p_booked_at,
           e.cash_after, e.subsidy_after, e.held_cash_after, e.held_subsidy_after,
           e.prev_number, p_booked_on, date '1970-01-01' + e.prev_on, e.account, e.version, e.kind, e.overdraft
      from (select unnest(p_number) as number, unnest(p_debit) as debit, unnest(p_credit) as credit,
                   unnest(p_cents) as cents, unnest(p_cause) as cause, unnest(p_at) as at, unnest(p_kind) as kind,
                   unnest(p_overdraft) as overdraft, unnest(p_account) as account, unnest(p_version) as version,
                   unnest(p_cash_after) as cash_after, unnest(p_subsidy_after) as subsidy_after,
                   unnest(p_held_cash_after) as held_cash_after,
                   unnest(p_held_subsidy_after) as held_subsidy_after, unnest(p_prev_on) as prev_on,
                   unnest(p_prev_number) as prev_number) as e;

    -- The last entry of an account names what it holds afterwards.
    with moved as (
        select e.account,
               count(*)::int as entries,
               sum(case when e.debit = e.account::bigint * 8 then -e.cents when e.credit = e.account::bigint * 8 then e.cents else 0 end)::bigint as cash,
               sum(case when e.debit = e.account::bigint * 8 + 1 then -e.cents when e.credit = e.account::bigint * 8 + 1 then e.cents else 0 end)::bigint as subsidy,
               sum(case when e.debit = e.account::bigint * 8 + 2 then -e.cents when e.credit = e.account::bigint * 8 + 2 then e.cents else 0 end)::bigint as held_cash,
               sum(case when e.debit = e.account::bigint * 8 + 3 then -e.cents when e.credit = e.account::bigint * 8 + 3 then e.cents else 0 end)::bigint as held_subsidy,
               max(e.overdraft) as overdraft,
               max(e.i) as last
          from (select unnest(p_debit) as debit, unnest(p_credit) as credit, unnest(p_cents) as cents,
                       unnest(p_account) as account, unnest(p_overdraft) as overdraft,
                       generate_subscripts(p_account, 1) as i) as e
         where e.account is not null
         group by e.account),
    updated as (
        update ledger.account a
           set version = a.version + m.entries,
               cash = a.cash + m.cash,
               subsidy = a.subsidy + m.subsidy,
               held_cash = a.held_cash + m.held_cash,
               held_subsidy = a.held_subsidy + m.held_subsidy,
               cash_floor = case when a.cash + m.cash >= 0 then 0
                                 when m.cash >= 0 or m.overdraft > 0 then least(a.cash + m.cash, 0)
                                 else a.cash_floor end,
               note = coalesce(p_note[m.last], a.note),
               last_on = p_booked_on,
               last_number = p_number[m.last]
          from moved m
         where a.id = m.account
           and p_version[m.last] = a.version + m.entries
           and p_cash_after[m.last] = a.cash + m.cash
           and p_subsidy_after[m.last] = a.subsidy + m.subsidy
           and (p_held_cash_after[m.last] is null or p_held_cash_after[m.last] = a.held_cash + m.held_cash)
           and (p_held_subsidy_after[m.last] is null or p_held_subsidy_after[m.last] = a.held_subsidy + m.held_subsidy)
        returning 1)
    select (select count(*) from moved), (select count(*) from updated) into v_touched, v_updated;

    if v_touched <> v_updated then
        raise exception 'the entries do not lead to the balances they name (% of % accounts)', v_updated, v_touched
            using errcode = 'check_violation';
    end if;
    return v_touched;
end
$$;
comment on function ledger.post is 'The only way in which a balance changes.';

create function ledger.note(p_ids int[], p_notes bytea[]) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    update ledger.account a set note = n.note
      from (select unnest(p_ids) as id, unnest(p_notes) as note) as n
     where a.id = n.id
$$;
create function ledger.notes() returns table (account int, note bytea)
    language sql stable parallel safe as
$$
    select a.id, a.note from ledger.account a where a.note <> ''::bytea
$$;
comment on function ledger.notes() is 'Every note there is, for whoever writes and understands them.';
comment on function ledger.note(int[], bytea[]) is 'Writes notes of accounts that are locked already and get no entry.';

revoke all on all functions in schema ledger from public;
grant usage on schema ledger to ${app};
grant select on ledger.account, ledger.entry, ledger.strand to ${app};
grant execute on function ledger.month_partition(text, date), ledger.lock(int[]), ledger.open_account(int[]),
    ledger.open_tray(smallint, timestamptz, date), ledger.subsidy_until(int, date), ledger.post,
    ledger.note(int[], bytea[]), ledger.notes() to ${app};

create view reporting.entry as
select e.booked_on, e.number, (e.number >> 52)::int as strand, (e.number >> 14) & ((1::bigint << 38) - 1) as tray,
       (e.number & 16383)::int as position, e.debit, e.credit, e.cents, e.kind, e.at, e.booked_at, e.account,
       e.version, e.cash_after, e.subsidy_after, e.overdraft, e.cause
  from ledger.entry e;
comment on view reporting.entry is 'The journal for reports.';
grant usage on schema reporting to ${report};
grant select on reporting.entry to ${report};
