-- Transactions that are open for long. They hold back vacuum everywhere, and one that writes keeps the backup from finding its moment.
-- Threshold: warn at 1 minute, alarm at 10. The API's own calls end within 10 seconds (statement_timeout of the roles).
-- What to do: find out who it is (role, client). A report or a dump by hand: wait or ask. Otherwise select pg_terminate_backend(pid) - except
-- where wait_event is SyncRep, see sync_standby_missing.sql.
-- PostgreSQL 15 cannot bound a transaction of many short statements (17 can: transaction_timeout), so this has to be watched.
select pid, usename as role, client_addr as client, state, wait_event_type, wait_event,
       round(extract(epoch from now() - xact_start)) as seconds, backend_xid is not null as writes
from pg_stat_activity
where xact_start < now() - interval '1 minute' and backend_type = 'client backend'
order by xact_start;
