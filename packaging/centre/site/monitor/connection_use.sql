-- Connections in use, by role, and the share of what is allowed.
-- Threshold: warn at used_percent > 70, alarm at 90: the last free ones are the superuser's.
-- What to do: do desks come past pgbouncer (client is not a node)? Is one hall's pool stuck (many rows "active" of one role: long_transactions,
-- or locks: select * from pg_locks where not granted)? Raise max_connections only with memory to spare: about 3.3 MB for each.
select usename as role, count(*) as connections,
       count(*) filter (where state = 'active') as active,
       count(*) filter (where wait_event_type = 'Lock') as waiting_for_locks,
       round(100.0 * sum(count(*)) over () / current_setting('max_connections')::int, 1) as used_percent
from pg_stat_activity
where backend_type = 'client backend'
group by usename
order by connections desc;
