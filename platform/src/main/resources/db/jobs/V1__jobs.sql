-- Long work that runs behind the console.

create table jobs.job (
    id             int         generated always as identity primary key,
    kind           text        not null check (kind ~ '^[a-z][a-z0-9-]*$'),
    operator       int         not null,
    operator_name  text        not null,
    operator_shown text        not null,
    language       text        not null check (language in ('zh-CN', 'en')),
    job_order      jsonb       not null,
    state          text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done           bigint      not null check (done >= 0),
    total          bigint      not null check (total >= 0),
    cancel_asked   boolean     not null default false,
    node           smallint,
    lease_until    timestamptz,
    asked_at       timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    result         jsonb,
    problem        jsonb,
    constraint over_or_not check ((ended_at is not null) = (state in ('DONE', 'FAILED', 'CANCELLED'))),
    constraint who_runs_it check ((node is not null) = (state = 'RUNNING') and (lease_until is not null) = (state = 'RUNNING'))
);
create index job_to_do on jobs.job (id) where state in ('WAITING', 'RUNNING');
comment on table jobs.job is 'Long work that was asked for: imports, batches.';
comment on column jobs.job.kind is 'Which work it is.';
comment on column jobs.job.operator_name is 'The operator in whose name it runs, as typed at the sign-in.';
comment on column jobs.job.operator_shown is 'The operator as others read it.';
comment on column jobs.job.job_order is 'What the work is told.';
comment on column jobs.job.total is '0 while nobody knows.';
comment on column jobs.job.cancel_asked is 'Somebody wants it broken off.';
comment on column jobs.job.node is 'The node that does it.';
comment on column jobs.job.lease_until is 'Until when the node that does it is believed to live.';
comment on column jobs.job.result is 'What the work returned; null until it is done.';
comment on column jobs.job.problem is 'Why it failed; null if it did not.';

create table jobs.file (
    job     int         primary key references jobs.job on delete cascade,
    name    text        not null check (char_length(name) between 1 and 200),
    type    text        not null,
    content bytea       not null,
    made_at timestamptz not null
);
comment on table jobs.file is 'A file that a job made: what could not be imported, for instance. Kept for some days.';

grant usage on schema jobs to ${app};
grant select, insert, update, delete on jobs.job, jobs.file to ${app};
