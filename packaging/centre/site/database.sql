-- What backup and pooler need inside the database, run as superuser after roles.sql.
\set ON_ERROR_STOP on
revoke all on database onewindow from public;
grant connect on database onewindow to ow_backup, ow_pooler;
revoke all on schema public from public;

create schema if not exists ow_site;
revoke all on schema ow_site from public;
grant usage on schema ow_site to ow_backup, ow_pooler;

create or replace function ow_site.pooler_lookup(wanted text, out name text, out secret text)
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  select rolname, rolpassword from pg_catalog.pg_authid
  where rolname = wanted and rolcanlogin and not rolsuper and not rolreplication
    and (rolvaliduntil is null or rolvaliduntil > now());
end;
revoke all on function ow_site.pooler_lookup(text) from public;
grant execute on function ow_site.pooler_lookup(text) to ow_pooler;

-- The tables whose rows a backup has to prove.
create or replace view ow_site.proven_table as
  select c.oid as id, format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('ow', 'public') and c.relkind = 'r' and c.relpersistence = 'p';
grant select on ow_site.proven_table to ow_backup;

-- backup_mark(label): one moment at which snapshot and log agree. While every table refuses writers for some milliseconds it writes the
-- restore point `label` and takes a snapshot; the caller reads with that snapshot and ends this transaction at once.
-- Gives up soon when a table is busy: whoever wants to write waits behind it, and the detector of deadlocks must not choose a writer.
create or replace function ow_site.backup_mark(label text, out lsn pg_lsn, out timeline int, out snapshot text)
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '150ms'
as $$
declare
  tables text;
begin
  select string_agg(name, ', ' order by id) into tables from ow_site.proven_table;
  if tables is not null then
    execute 'lock table only ' || replace(tables, ', ', ', only ') || ' in share mode';
  end if;
  lsn := pg_create_restore_point(label);
  timeline := ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int;
  snapshot := pg_export_snapshot();
end;
$$;
revoke all on function ow_site.backup_mark(text) from public;
grant execute on function ow_site.backup_mark(text) to ow_backup;
grant execute on function pg_switch_wal() to ow_backup;
