-- Tables that were uploaded, what their rows do, and which columns were chosen.

create table imports.import (
    id            int         generated always as identity primary key,
    kind          text        not null check (kind ~ '^[a-z][a-z0-9-]*$'),
    operator      int         not null,
    operator_name text        not null,
    file_name     text        not null check (char_length(file_name) between 1 and 200),
    fingerprint   text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    content       bytea,
    state         text        not null check (state in ('UPLOADED', 'CHECKED', 'DONE', 'UNDONE')),
    choice        jsonb       not null,
    counts        jsonb,
    digest        text,
    job           int,
    made_at       timestamptz not null,
    done_at       timestamptz,
    constraint judged_before_done check (state = 'UPLOADED' or counts is not null and digest is not null),
    constraint done_has_its_time check ((done_at is not null) = (state in ('DONE', 'UNDONE')))
);
create index import_of_kind on imports.import (kind, id desc);
create index import_fingerprint on imports.import (fingerprint);
comment on table imports.import is 'Tables that were uploaded to be imported, and what became of them.';
comment on column imports.import.fingerprint is 'SHA-256 of the file: the same file is known again.';
comment on column imports.import.content is 'The file; null once it was forgotten.';
comment on column imports.import.choice is 'Which column fills which field, and how is imported.';
comment on column imports.import.counts is 'How many rows do what; null until they were judged.';
comment on column imports.import.digest is 'What was judged, in short: only exactly that is written.';
comment on column imports.import.job is 'The latest job.';

create table imports.judged_row (
    import   int     not null references imports.import on delete cascade,
    row      int     not null check (row >= 1),
    effect   text    not null check (effect in ('ADD', 'CHANGE', 'SAME', 'BAD')),
    hidden   boolean not null,
    subject  text    not null,
    cells    jsonb   not null,
    problems jsonb   not null,
    notices  jsonb   not null,
    primary key (import, row)
);
create index judged_row_bad on imports.judged_row (import, effect, row) where effect <> 'ADD';
comment on table imports.judged_row is 'The preview: what each row does, or why it is bad. Kept for some days.';
comment on column imports.judged_row.row is 'As shown at the left in the file.';
comment on column imports.judged_row.cells is 'What stands in the row, by field.';

create table imports.column_memory (
    kind    text        not null,
    heading text        not null,
    columns jsonb       not null,
    used_at timestamptz not null,
    primary key (kind, heading)
);
comment on table imports.column_memory is 'Which columns were chosen for a heading (D-29).';

grant usage on schema imports to ${app};
grant select, insert, update on imports.import, imports.column_memory to ${app};
grant select, insert, delete on imports.judged_row to ${app};
