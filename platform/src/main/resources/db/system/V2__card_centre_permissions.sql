-- What the card centre needs of its operators.

insert into system.role_permission
select role, unnest(string_to_array(permissions, ' '))
  from (values
    ('ADMINISTRATOR', 'REFUND CLOSE_ACCOUNTS MONEY_BATCH GO_ON_INCOMPLETE CORRECT_CHARGES CORRECT_OLD_CHARGES OVERDRAW'),
    ('MANAGER', 'GO_ON_INCOMPLETE CORRECT_OLD_CHARGES'),
    ('CLERK', 'REFUND CLOSE_ACCOUNTS MONEY_BATCH CORRECT_CHARGES')
  ) as seed (role, permissions);
