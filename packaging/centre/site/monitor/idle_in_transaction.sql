-- Sessions that began a transaction and do nothing. The server ends them after 10 seconds (idle_in_transaction_session_timeout).
-- Threshold: warn when any is older than 15 seconds (somebody lifted the limit for himself) or when there are more than 20 at once.
-- What to do: the role says which program it is; it forgot to commit. select pg_terminate_backend(pid).
select pid, usename as role, client_addr as client, round(extract(epoch from now() - state_change)) as idle_seconds
from pg_stat_activity
where state like 'idle in transaction%'
order by state_change;
