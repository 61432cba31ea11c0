# SPDX-License-Identifier: GPL-3.0-or-later
"""A judge that cannot find anything is worth nothing: harm is planted where a trial ended clean, and each must be seen. Whatever is planted at
the centre is taken away again before the next."""
import laws

# What is planted at the centre, by its name: (what to run, what the judge must say: lost, doubled or the number of a law)
AN_EVENT = "(select l.id from ow.operation_log l where l.kind = 'append' and l.outcome = 'applied' order by l.id limit 1)"
A_CASE = "(select id from ow.entity where kind = 7 and not is_gone order by id limit 1)"
PLANTED = {
    "an operation and its row are gone from the centre": (
        "delete from ow.entity where id = (select entity_id from ow.operation_log where id = {0});"
        "delete from ow.operation_log where id = {0}".format(AN_EVENT), "lost"),
    "the row is gone and the log still says applied": (
        "delete from ow.entity where id = (select entity_id from ow.operation_log where id = %s)" % AN_EVENT, "lost"),
    "a patch that was taken shows nowhere": (
        "update ow.entity e set body = jsonb_set(body, array['note'], '\"nobody wrote this\"') where (e.kind, e.id) = (select entity_kind, entity_id from"
        " (select entity_kind, entity_id, count(*) as told from ow.operation_log where kind = 'patch' and outcome <> 'refused' and changes ? 'note'"
        " group by 1, 2) x where told = 1 and not exists (select from ow.operation_log l where l.entity_id = x.entity_id and l.kind = 'create'"
        " group by l.entity_id having count(*) > 1) limit 1)", "lost"),
    "a refused move stands nowhere": (
        "delete from ow.entity where kind = 14 and id = (select id from ow.entity where kind = 14 limit 1)", "lost"),
    "an event took place twice": (
        "insert into ow.entity (scope, kind, id, pos, rev, digest, is_gone, parent_a, body) select scope, kind, gen_random_uuid(), pos, rev, digest, false,"
        " parent_a, body from ow.entity where kind = 8 and not is_gone limit 1", "doubled"),
    "an operation that no desk made": (
        "insert into ow.operation_log (id, content, kind, entity_kind, entity_id, desk, desk_code, at, received_at, purpose, changes, outcome)"
        " select gen_random_uuid(), content, 'patch', entity_kind, entity_id, desk, desk_code, at, now(), purpose, '{}', 'merged' from ow.operation_log"
        " where entity_kind = 7 limit 1", "doubled"),
    # Of a case in which every operation changed the row: a conflict that did not would hide it.
    "a change took effect twice": (
        "update ow.entity set rev = rev + 1 where kind = 7 and id = (select e.id from ow.entity e where e.kind = 7 and not e.is_gone and e.rev ="
        " (select count(*) from ow.operation_log l where l.entity_id = e.id and l.outcome in ('applied', 'conflict')) order by e.id limit 1)", "doubled"),
    "a case stands in the other hall": (
        "insert into ow.entity (scope, kind, id, pos, rev, digest, is_gone, parent_a, parent_b, body) select (select n from ow.scope s where s.n <> e.scope limit 1),"
        " kind, id, pos, rev, digest, false, parent_a, parent_b, body from ow.entity e where kind = 7 and id = %s" % A_CASE, "7"),
    "a number is given twice": (
        "update ow.entity e set body = jsonb_set(body, '{number}', (select o.body -> 'number' from ow.entity o where o.kind = 7 and o.scope <> e.scope"
        " and not o.is_gone limit 1)) where kind = 7 and id = %s" % A_CASE, "6"),
    "a document number is given twice": (
        "update ow.entity e set body = jsonb_set(body, '{number}', (select o.body -> 'number' from ow.entity o where o.kind = 16 and o.id <> e.id"
        " and not o.is_gone limit 1)) where kind = 16 and id = (select id from ow.entity where kind = 16 and not is_gone order by id limit 1)", "6"),
    "a series of documents has a gap": ("delete from ow.document_number where n = 1", "6"),
    "a row is not what its digest says": (
        "update ow.entity set body = body || '{\"title\": \"another\"}' where kind = 7 and id = %s" % A_CASE, "1"),
    "a case shows a state that no move led to": (
        "update ow.entity set body = jsonb_set(body, '{state}', case when body ->> 'state' = 'withdrawn' then '\"decided\"' else '\"withdrawn\"' end::jsonb)"
        " where kind = 7 and id = %s" % A_CASE, "5"),
}


def seen(verdict, expected):
    if expected in ("lost", "doubled"):
        return bool(getattr(verdict, expected))
    return any(finding.startswith(expected + ":") for finding in verdict.broken)


class Kept:
    """The tables of the centre as they are, to be put back."""
    tables = ("scope", "entity", "operation_log", "document_number")

    def __init__(self, cluster):
        self.cluster = cluster
        cluster.rows("create schema kept; " + "; ".join("create table kept.%s as table ow.%s" % (t, t) for t in self.tables))

    def put_back(self, away=False):
        everything = ["delete from ow.%s" % t for t in ("operation_log", "entity", "document_number")]
        everything += ["insert into ow.%s select * from kept.%s" % (t, t) for t in ("entity", "operation_log", "document_number")]
        everything += ["update ow.scope s set pos = k.pos, row_count = k.row_count, digest = k.digest from kept.scope k where k.n = s.n"]
        if away:
            everything.append("drop schema kept cascade")
        self.cluster.rows("begin; " + "; ".join(everything) + "; commit")


def can_plant_everything(trial):
    """Whether it happened that a move was refused, which is rare; all else is there after any trial."""
    return bool(trial.cluster.rows("select 1 from ow.entity where kind = 14 limit 1"))


def plant_everything(trial, say):
    """{what was planted: whether the judge saw it}"""
    results = {}

    def look(name, expected):
        results[name] = seen(laws.judge(laws.Evidence(trial.cluster, trial.desks)), expected)
        say("  %s: %s" % (name, "seen" if results[name] else "NOT SEEN"))

    kept = Kept(trial.cluster)
    for name, (harm, expected) in PLANTED.items():
        if trial.cluster.changes(harm):
            look(name, expected)
        else:
            results[name] = False  # there was nothing to harm, so nothing was tried
            say("  %s: NOT PLANTED" % name)
        kept.put_back()

    # In the journals, where a promise is that nobody kept, and a number that two desks gave.
    journal = trial.desks[0].journal.read()
    journal.append((journal[-1][0], "saved", ["01900000-0000-7000-8000-000000000001", "append", "case_event", "01900000-0000-7000-8000-000000000002", "5"]))
    look("a desk promised what nobody has", "lost")
    journal.pop()
    number = next(more[5] for _, word, more in journal if word == "saved" and len(more) > 5)
    other = trial.desks[-1].journal.read()
    other.append((other[-1][0], "saved", ["01900000-0000-7000-8000-000000000003", "create", "case", "01900000-0000-7000-8000-000000000004", "5", number]))
    look("two desks gave one number", "6")
    other.pop()

    # At the centre, for laws 1 and 2: the programs of the site must see it, before and after they mend it.
    trial.cluster.rows("update ow.entity set body = body || '{\"title\": \"another\"}', digest = digest + 1 where kind = 7 and id = %s" % A_CASE)
    name = "a desk holds another row than the centre"
    results[name] = not all(desk.compare()["ok"] for desk in trial.desks)
    say("  %s: %s" % (name, "seen" if results[name] else "NOT SEEN"))
    kept.put_back(away=True)
    results["and the judge is silent again"] = laws.judge(laws.Evidence(trial.cluster, trial.desks)).is_clean()
    return results
