grant usage on schema touchstone to touchstone_append, touchstone_project, touchstone_read, touchstone_sealed;

-- Keeps the rows of one authority from all sessions of another, the owner's included. The table needs a column
-- "authority text not null". Without touchstone.authority in the transaction no row is seen and none can be written.
create procedure touchstone.isolate_by_authority(target regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security, force row level security', target);
  execute format(
    'create policy one_authority on %s
       using (authority = nullif(current_setting(''touchstone.authority'', true), ''''))
       with check (authority = nullif(current_setting(''touchstone.authority'', true), ''''))',
    target);
end
$$;

revoke execute on procedure touchstone.isolate_by_authority(regclass) from public;
