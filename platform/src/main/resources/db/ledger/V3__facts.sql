-- A number by which a node knows that what it remembers of a person is still true.

alter table ledger.account add column facts int not null default 0;
comment on column ledger.account.facts is 'Raised whenever something else that decides about the account''s purchases changes: card, state, group, department, name.';

drop function ledger.lock(int[]);
create function ledger.lock(p_ids int[])
    returns table (id int, version int, facts int, cash bigint, subsidy bigint, held_cash bigint, held_subsidy bigint,
                   subsidy_until date, last_on date, last_number bigint, note bytea)
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    select a.id, a.version, a.facts, a.cash, a.subsidy, a.held_cash, a.held_subsidy, a.subsidy_until, a.last_on,
           a.last_number, a.note
      from ledger.account a
     where a.id = any (p_ids)
     order by a.id
       for update
$$;
comment on function ledger.lock(int[]) is 'Locks accounts in the order of their numbers; a function, because the application may not update the table.';

create function ledger.facts_changed(p_ids int[]) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    with locked as materialized (
        select a.id from ledger.account a where a.id = any (p_ids) order by a.id for update)
    update ledger.account a set facts = a.facts + 1 from locked where a.id = locked.id
$$;
comment on function ledger.facts_changed(int[]) is 'Tells every node to look again at what it remembers of these people; for triggers and for changes without an entry.';

revoke all on function ledger.lock(int[]), ledger.facts_changed(int[]) from public;
grant execute on function ledger.lock(int[]), ledger.facts_changed(int[]) to ${app};
