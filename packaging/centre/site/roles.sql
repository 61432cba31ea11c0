-- The roles of a centre, run once as superuser on the primary, followed by database.sql (and again after a change; nothing is lost by it):
--   psql -d postgres -v admin_password=... -v backup_password=... -v pooler_password=... -f roles.sql
--   psql -d onewindow -f database.sql
-- Schema and halls are made later by ow_admin, through onewindow-admin.
\set ON_ERROR_STOP on
set log_min_error_statement = panic;

select 'create role ow_admin' where to_regrole('ow_admin') is null \gexec
alter role ow_admin login createrole createdb nosuperuser password :'admin_password';
-- May hand it on to the owner of the schema, who reads how far the standbys are.
grant pg_monitor to ow_admin with admin option;

-- Copies everything (a base backup), so it may as well read everything: the sums of the proof, beneath row-level security.
select 'create role ow_backup' where to_regrole('ow_backup') is null \gexec
alter role ow_backup login replication bypassrls nosuperuser password :'backup_password';
grant pg_read_all_data, pg_monitor, pg_checkpoint to ow_backup;

-- Looks up for pgbouncer what a role's password looks like; may do nothing else.
select 'create role ow_pooler' where to_regrole('ow_pooler') is null \gexec
alter role ow_pooler login nosuperuser password :'pooler_password';

select 'create database onewindow owner ow_admin' where not exists (select from pg_database where datname = 'onewindow') \gexec
