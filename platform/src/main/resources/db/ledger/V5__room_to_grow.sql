-- A row grows with its first purchase by the note of what was used up. Without room on its page it would move to another
-- one, and its page, full from then on, would be tidied up at every visit.

alter table ledger.account add column room bytea;
alter table ledger.account alter column room set default decode(repeat('00', 160), 'hex');
comment on column ledger.account.room is 'Nothing, as long as about ten counters of usage: given up with the first entry, so that the page has room for what the row becomes.';

-- Books transfers. What the caller says each balance becomes is not believed: the sums of the entries decide, and if
-- the two differ nothing is booked. Times come as microseconds since 1970, because arrays of bigint travel in binary.
-- The accounts come in the order of their numbers and are updated, which is to say locked, in that order: a nested
-- loop over them is the only plan that is left.
create or replace function ledger.post(
    p_booked_on date, p_booked_at timestamptz,
    p_number bigint[], p_debit bigint[], p_credit bigint[], p_cents bigint[], p_cause bigint[], p_at bigint[],
    p_kind smallint[], p_overdraft smallint[], p_account int[], p_version int[],
    p_cash_after bigint[], p_subsidy_after bigint[], p_held_cash_after bigint[], p_held_subsidy_after bigint[],
    p_prev_on int[], p_prev_number bigint[],
    p_ids int[], p_notes bytea[], p_versions int[], p_facts int[]) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as
$$
declare
    v_remembered boolean := cardinality(p_versions) > 0;
    v_touched    int;
    v_updated    int[];
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

    -- The last entry of an account names what it holds afterwards. Sums are made of the purses that move only: most
    -- entries move one of four.
    with moved as materialized (
        select e.account,
               count(e.i)::int as entries,
               coalesce(sum(case when e.debit = e.account::bigint * 8 then -e.cents else e.cents end)
                   filter (where e.account::bigint * 8 in (e.debit, e.credit)), 0)::bigint as cash,
               coalesce(sum(case when e.debit = e.account::bigint * 8 + 1 then -e.cents else e.cents end)
                   filter (where e.account::bigint * 8 + 1 in (e.debit, e.credit)), 0)::bigint as subsidy,
               coalesce(sum(case when e.debit = e.account::bigint * 8 + 2 then -e.cents else e.cents end)
                   filter (where e.account::bigint * 8 + 2 in (e.debit, e.credit)), 0)::bigint as held_cash,
               coalesce(sum(case when e.debit = e.account::bigint * 8 + 3 then -e.cents else e.cents end)
                   filter (where e.account::bigint * 8 + 3 in (e.debit, e.credit)), 0)::bigint as held_subsidy,
               max(e.overdraft) as overdraft,
               max(e.i) as last,
               max(e.k) as k
          from (select unnest(p_account) as account, unnest(p_debit) as debit, unnest(p_credit) as credit,
                       unnest(p_cents) as cents, unnest(p_overdraft) as overdraft,
                       generate_subscripts(p_account, 1) as i, null::int as k
                 union all
                select unnest(p_ids), null, null, null, null, null, generate_subscripts(p_ids, 1)) as e
         where e.account is not null
         group by e.account
         order by e.account),
    updated as (
        update ledger.account a
           set version = a.version + m.entries,
               facts = case when m.entries = 0 and p_notes[m.k] is not null then a.facts + 1 else a.facts end,
               cash = a.cash + m.cash,
               subsidy = a.subsidy + m.subsidy,
               held_cash = a.held_cash + m.held_cash,
               held_subsidy = a.held_subsidy + m.held_subsidy,
               cash_floor = case when a.cash + m.cash >= 0 then 0
                                 when m.cash >= 0 or m.overdraft > 0 then least(a.cash + m.cash, 0)
                                 else a.cash_floor end,
               note = coalesce(p_notes[m.k], a.note),
               room = null,
               last_on = case when m.entries > 0 then p_booked_on else a.last_on end,
               last_number = case when m.entries > 0 then p_number[m.last] else a.last_number end
          from moved m
         where a.id = m.account
           and m.k is not null
           and (not v_remembered or (a.version = p_versions[m.k] and a.facts = p_facts[m.k]))
           and (m.entries = 0
                or (p_version[m.last] = a.version + m.entries
                    and p_cash_after[m.last] = a.cash + m.cash
                    and p_subsidy_after[m.last] = a.subsidy + m.subsidy
                    and (p_held_cash_after[m.last] is null or p_held_cash_after[m.last] = a.held_cash + m.held_cash)
                    and (p_held_subsidy_after[m.last] is null
                         or p_held_subsidy_after[m.last] = a.held_subsidy + m.held_subsidy)))
        returning a.id)
    select (select count(*) from moved), array(select id from updated) into v_touched, v_updated;

    if v_touched <> cardinality(v_updated) then
        if v_remembered and exists (
            select from (select unnest(p_ids) as id, unnest(p_versions) as version, unnest(p_facts) as facts) as k
              join ledger.account a on a.id = k.id
             where (a.version <> k.version or a.facts <> k.facts) and k.id <> all (v_updated)) then
            raise exception 'an account is not as it is remembered' using errcode = 'serialization_failure';
        end if;
        raise exception 'the entries do not lead to the balances they name (% of % accounts)',
            cardinality(v_updated), v_touched using errcode = 'check_violation';
    end if;
    return v_touched;
end
$$;
