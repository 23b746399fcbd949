-- Tables that become money: what else is chosen, what a row makes of what is there, what became of it.

update imports.import set choice = choice || '{"options": {}}';
alter table imports.import add column sums jsonb not null default '[]';
comment on column imports.import.sums is 'What the good rows come to together.';

alter table imports.judged_row
    add column changes jsonb not null default '[]',
    add column outcome text check (outcome in ('NOT_WRITTEN', 'NOT_UNDONE'));
create index judged_row_outcome on imports.judged_row (import, row) where outcome is not null;
comment on column imports.judged_row.changes is 'What the row makes of what is there: before and after.';
comment on column imports.judged_row.outcome is 'What became of a row that did not do what the preview said; null: it did, or nothing happened yet.';
grant update (outcome, problems) on imports.judged_row to ${app};
