-- How each terminal is to work, and what it says of that.

create table terminals.parameters (
    terminal        int         primary key references terminals.terminal,
    version         bigint      not null check (version > 0),
    wanted_at       timestamptz not null,
    machine_no      smallint,
    merchant_name   text        not null,
    zone            text        not null,
    form            jsonb       not null,
    applied_version bigint,
    applied_at      timestamptz,
    refused_version bigint,
    refused_at      timestamptz,
    refused_reason  text        check (refused_reason in ('UNREADABLE', 'UNSUPPORTED', 'NOT_STORED')),
    refused_words   text,
    check ((applied_version is null) = (applied_at is null)),
    check ((refused_version is null) = (refused_at is null)),
    check ((refused_version is null) = (refused_reason is null)),
    check ((refused_version is null) = (refused_words is null))
);
comment on table terminals.parameters is 'The parameters wanted of a terminal (设备运行参数, M-096 to M-103); no row: none were ever set, it works by what was keyed into it.';
comment on column terminals.parameters.version is 'Grows with every setting, over all terminals, and is never given twice: not below the milliseconds since 1970.';
comment on column terminals.parameters.machine_no is 'The machine number of this version; null: it has none.';
comment on column terminals.parameters.merchant_name is 'The name on the display of this version.';
comment on column terminals.parameters.zone is 'Where the times of this version are meant.';
comment on column terminals.parameters.form is 'The values, as the console sends them.';
comment on column terminals.parameters.applied_version is 'By which the terminal says to work, 0 for none of ours; null: it has not said yet.';
comment on column terminals.parameters.applied_at is 'When it first said so.';
comment on column terminals.parameters.refused_version is 'By which it says it cannot work; null: by none.';

grant select, insert, update on terminals.parameters to ${app};
