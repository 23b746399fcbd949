-- Receipts: which printers there are, and what was printed by whom. A print is only ever added; how it ended is noted.

create table receipts.printer (
    id       int     generated always as identity primary key,
    name     text    not null unique check (char_length(name) between 1 and 40),
    host     text    not null check (char_length(host) between 2 and 45),
    port     int     not null check (port between 1024 and 65535),
    width    text    not null check (width in ('COLUMNS_32', 'COLUMNS_48')),
    rare     text    not null check (rare in ('REPLACE', 'SEND')),
    revision int     not null default 1
);
comment on table receipts.printer is 'Receipt printers in the network.';
comment on column receipts.printer.name is 'As clerks know it.';
comment on column receipts.printer.rare is 'What becomes of characters outside the two-byte set.';

create table receipts.print (
    id            bigint      generated always as identity primary key,
    subject       text        not null check (subject in ('OPERATION', 'SHIFT', 'CORRECTION', 'TEST')),
    receipt       text        not null check (char_length(receipt) between 1 and 40),
    copy          int         not null check (copy >= 1),
    operator      int         not null,
    operator_name text        not null,
    at            timestamptz not null,
    way           text        not null check (way in ('BRIDGE', 'PRINTER', 'BROWSER')),
    printer       int         references receipts.printer on delete set null,
    width         text        not null check (width in ('COLUMNS_32', 'COLUMNS_48')),
    rare          text        not null check (rare in ('REPLACE', 'SEND')),
    node          smallint    not null,
    state         text        not null check (state in ('WAITING', 'DONE', 'FAILED', 'HANDED')),
    trouble       text        check (trouble in ('NOT_REACHED', 'BROKE_OFF', 'QUEUE_FULL', 'STOPPED', 'NO_PRINTER')),
    ended_at      timestamptz,
    constraint once_a_copy unique (subject, receipt, copy),
    constraint failed_has_its_reason check ((state = 'FAILED') = (trouble is not null))
);
create index print_waiting on receipts.print (node) where state = 'WAITING';
create index print_printer on receipts.print (printer) where printer is not null;
comment on table receipts.print is 'Who printed which receipt when, and how it ended.';
comment on column receipts.print.receipt is 'Which one of its subject.';
comment on column receipts.print.copy is 'The how-manieth print of this receipt; from the second on the paper says so.';
comment on column receipts.print.node is 'In whose queue it waits.';

grant usage on schema receipts to ${app};
grant select, insert, update, delete on receipts.printer to ${app};
grant select, insert, update (state, trouble, ended_at, node) on receipts.print to ${app};
