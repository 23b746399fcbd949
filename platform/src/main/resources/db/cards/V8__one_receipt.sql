-- What was done in one go is one receipt: a card with its first money, a closed account with what was paid out.

alter table cards.operation add column follows int unique references cards.operation;
comment on column cards.operation.follows is 'The operation before it that was done in the same go.';
