-- What terminals sell without asking, as they say.

create table terminals.alone (
    terminal     int         primary key references terminals.terminal,
    since        timestamptz,
    stored_cents bigint      not null,
    said_at      timestamptz not null
);
comment on table terminals.alone is 'What a terminal last said of what it sells without asking (脱机记账, W-05); no row: it has not said yet.';
comment on column terminals.alone.since is 'Since when it sells by itself because nobody answered; null: it does not.';
comment on column terminals.alone.stored_cents is 'What the records come to that wait there.';
comment on column terminals.alone.said_at is 'When it first said so.';

grant select, insert, update on terminals.alone to ${app};
