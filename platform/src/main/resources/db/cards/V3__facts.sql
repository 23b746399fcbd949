-- Tills remember cards and states of accounts for as long as nothing of them changes. The database itself tells
-- them, so that no way of reporting a loss can forget to.

create function cards.tell_ledger() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
    perform ledger.facts_changed(array(select distinct c.person from changed c));
    return null;
end
$$;
comment on function cards.tell_ledger() is 'Raises the facts of the people whose cards or accounts changed.';
revoke all on function cards.tell_ledger() from public;

create trigger facts_added after insert on cards.card_issue
    referencing new table as changed for each statement execute function cards.tell_ledger();
create trigger facts_changed after update on cards.card_issue
    referencing new table as changed for each statement execute function cards.tell_ledger();
create trigger facts_removed after delete on cards.card_issue
    referencing old table as changed for each statement execute function cards.tell_ledger();

create trigger facts_added after insert on cards.account_state
    referencing new table as changed for each statement execute function cards.tell_ledger();
create trigger facts_changed after update on cards.account_state
    referencing new table as changed for each statement execute function cards.tell_ledger();
create trigger facts_removed after delete on cards.account_state
    referencing old table as changed for each statement execute function cards.tell_ledger();
