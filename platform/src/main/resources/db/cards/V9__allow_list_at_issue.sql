-- Whether a card that is issued goes on the allow list of the terminals by itself (M-077, M-144).

alter table cards.parameter add column allow_list_at_issue boolean not null default true;
comment on column cards.parameter.allow_list_at_issue is 'Whether issuing a card puts it on the allow list (ID 发卡时生成消费白名单).';
