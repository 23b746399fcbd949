-- Which lists a terminal has, as its last heartbeat said.

alter table terminals.terminal_sign
    add column allow_version bigint,
    add column block_version bigint;
comment on column terminals.terminal_sign.allow_version is 'The version of the allow list it has; 0: none; null: it has not said yet.';
comment on column terminals.terminal_sign.block_version is 'The version of the block list it has, likewise.';
