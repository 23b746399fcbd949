-- Tills remember who people are for as long as nothing of it changes. The database itself tells them, so that no
-- way of changing a person can forget to.

create function people.tell_ledger() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
    perform ledger.facts_changed(array(
        select o.id from before o left join after n on n.id = o.id
         where (o.name, o.department, o.person_group) is distinct from (n.name, n.department, n.person_group)));
    return null;
end
$$;
comment on function people.tell_ledger() is 'Raises the facts of changed people.';
revoke all on function people.tell_ledger() from public;

create trigger facts_changed after update on people.person
    referencing old table as before new table as after
    for each statement execute function people.tell_ledger();
