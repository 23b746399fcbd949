-- Who sees, takes and accepts photos.

insert into system.role_permission
select role, unnest(string_to_array(permissions, ' '))
  from (values
    ('ADMINISTRATOR', 'SEE_PHOTOS EDIT_PHOTOS ACCEPT_PHOTOS'),
    ('MANAGER', 'SEE_PHOTOS ACCEPT_PHOTOS'),
    ('CLERK', 'SEE_PHOTOS EDIT_PHOTOS')
  ) as seed (role, permissions);
