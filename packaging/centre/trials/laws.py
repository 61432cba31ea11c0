# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge. Reads what desks promised (journals), what their stores hold and what the centre holds, and says which of the laws of
core/sync/README.md do not hold. It believes nobody: neither a desk's word that something was sent nor the centre's word that it was applied."""
import collections
import json

PROPOSED = {"state_moved", "erased", "cause_refused", "rivals_changed"}  # a refusal for one of these stands as a proposal
MADE_ONCE = {"case", "case_event", "interaction", "document"}            # their ids come from one desk; people may be met by two


class Verdict:
    def __init__(self):
        self.lost, self.doubled, self.broken = [], [], []

    def is_clean(self):
        return not (self.lost or self.doubled or self.broken)


class Evidence:
    """Everything that is judged, read once. The desks do not run meanwhile."""

    def __init__(self, cluster, desks):
        self.desks = desks
        self.scopes = {code: int(n) for n, code in cluster.rows("select n, code from ow.scope")}
        self.log = {}
        for row in cluster.rows("""
            select l.id, l.outcome, l.kind, k.word, l.entity_id, coalesce(l.facts ->> 'rule', ''), l.changes <> '{}', l.n,
                   coalesce(l.changes -> 'state' ->> 0, ''), coalesce(l.changes -> 'state' ->> 1, '')
            from ow.operation_log l left join ow.kind k on k.n = l.entity_kind order by l.n"""):
            self.log[row[0]] = dict(zip(("id", "outcome", "kind", "entity", "entity_id", "rule", "has_content", "n", "was", "becomes"), row))
        self.rows = collections.defaultdict(dict)   # (kind, id) -> {scope: (rev, digest)}; what is gone is not among them
        for scope, kind, id_, rev, digest in cluster.rows("""
            select e.scope, k.word, e.id, e.rev, e.digest from ow.entity e join ow.kind k on k.n = e.kind where not e.is_gone"""):
            self.rows[(kind, id_)][int(scope)] = (int(rev), digest)
        self.states = dict(cluster.rows("select id, body ->> 'state' from ow.entity where kind = 7 and not is_gone"))
        self.numbers = cluster.rows("select distinct body ->> 'number', id from ow.entity where kind = 7 and not is_gone")
        self.documents = cluster.rows("select distinct id, coalesce(body ->> 'number', '-') from ow.entity where kind = 16 and not is_gone")
        self.series = cluster.rows("select hall, word, type, year, count(*), max(n) from ow.document_number group by 1, 2, 3, 4")
        self.numbered = int(cluster.rows("select count(*) from ow.document_number")[0][0])
        self.sums = cluster.rows("""
            select s.code, s.row_count = count(e.id), s.digest = coalesce(bit_xor(e.digest), 0),
                   coalesce(bool_and(e.digest = ow.row_digest(k.word, e.id, e.body)), true)
            from ow.scope s left join ow.entity e on e.scope = s.n and not e.is_gone left join ow.kind k on k.n = e.kind
            group by s.n, s.code, s.row_count, s.digest""")
        # A field that one step alone was told of, and no other: it holds what that step led to.
        self.without_effect = [row[0] for row in cluster.rows("""
            with steps as (
              select l.id, l.kind, l.entity_kind, l.entity_id, c.key as field, c.value -> 1 as value,
                     count(*) over (partition by l.entity_id, c.key) as told
              from ow.operation_log l cross join lateral jsonb_each(l.changes) c
              where l.outcome <> 'refused' and l.kind in ('patch', 'transition') and c.value -> 0 <> c.value -> 1)
            select distinct t.id from steps t join ow.entity e on e.id = t.entity_id and e.kind = t.entity_kind and not e.is_gone
            where t.told = 1 and t.kind = 'patch' and coalesce(e.body -> t.field, 'null') <> t.value
              and not exists (select from ow.merge_rule m where m.kind = t.entity_kind and m.field = t.field)
              and (select count(*) from ow.operation_log l where l.entity_id = t.entity_id and l.kind = 'create') < 2""")]
        self.conflicts = cluster.rows("""
            select c.id, c.body ->> 'rivals', coalesce((e.body -> (c.body ->> 'field'))::text, 'null')
            from ow.entity c join ow.entity e on e.scope = c.scope and e.id = (c.body ->> 'entity_id')::uuid and e.kind <> 13 and not e.is_gone
            where c.kind = 13 and not c.is_gone and c.body ->> 'state' = 'open'""")
        self.stores = {desk.code: desk.evidence() for desk in desks}


def judge(evidence):
    verdict = Verdict()
    for law in (nothing_is_lost, everything_once, order_does_not_matter, numbers_once, documents_numbered, rights, sums):
        law(evidence, verdict)
    return verdict


def promises(desk):
    return [(more[0], more[1], more[2], more[3]) for _, word, more in desk.journal.read() if word == "saved"]


def nothing_is_lost(evidence, verdict):
    """Law 3, for what a journal says was saved and for what a store says it holds."""
    for desk in evidence.desks:
        kept = {line[1]: (line[2], line[3]) for line in evidence.stores[desk.code] if line[0] == "operation"}
        told = {line[1]: tuple(line[4:7]) for line in evidence.stores[desk.code] if line[0] == "operation"}
        for id_, *about in promises(desk):
            if id_ not in kept:
                verdict.lost.append("%s saved %s %s and does not know it any more" % (desk.name, about[0], id_))
            told.setdefault(id_, tuple(about))
        for id_, (kind, entity, entity_id) in told.items():
            what = "%s of a %s of %s (%s)" % (kind, entity, desk.name, id_)
            entry = evidence.log.get(id_)
            state = kept.get(id_, ("", ""))[0]
            if entry is None:
                verdict.lost.append("the centre does not know the " + what)
            elif entry["outcome"] == "refused":
                if entry["has_content"] != "t":
                    verdict.lost.append("the content is gone of the refused " + what)
                if entry["rule"] in PROPOSED and ("proposal", id_) not in evidence.rows:
                    verdict.lost.append("no proposal stands for the refused " + what)
                if state != "refused":
                    verdict.broken.append("3: its desk says %s of the refused %s" % (state, what))
            else:
                if kind in ("create", "append") and evidence.scopes[desk.hall] not in evidence.rows.get((entity, entity_id), {}):
                    verdict.lost.append("the centre answered %s and does not hold what came of the %s" % (entry["outcome"], what))
                if state not in ("sent", "confirmed"):
                    verdict.broken.append("3: its desk says %s of the %s, which the centre %s" % (state or "nothing", what, entry["outcome"]))
        counts = next(line for line in evidence.stores[desk.code] if line[0] == "counts")
        if counts[5] != "0":
            verdict.broken.append("1: %s could not take %s rows in" % (desk.name, counts[5]))
    for id_ in evidence.without_effect:
        verdict.lost.append("the centre took %s and shows nothing of it" % id_)


def everything_once(evidence, verdict):
    """Law 4. Nothing is at the centre that no desk made, nothing twice, and no row changed oftener than operations changed it."""
    made_by_desks = {line[1] for store in evidence.stores.values() for line in store if line[0] == "operation"}
    makers = collections.Counter()
    changes = collections.Counter()
    for id_, entry in evidence.log.items():
        if id_ not in made_by_desks:
            verdict.doubled.append("no desk has made the %s of a %s %s" % (entry["kind"], entry["entity"], id_))
        if entry["outcome"] == "refused":
            continue
        about = (entry["entity"], entry["entity_id"])
        if entry["kind"] in ("create", "append"):
            makers[about] += 1
        if entry["outcome"] in ("applied", "conflict"):
            changes[about] += 1
    for (kind, id_), places in evidence.rows.items():
        if kind in MADE_ONCE and makers[(kind, id_)] != 1:
            verdict.doubled.append("%d operations made the one %s %s" % (makers[(kind, id_)], kind, id_))
        if kind in MADE_ONCE or kind == "party":
            if max(rev for rev, _ in places.values()) > changes[(kind, id_)]:
                verdict.doubled.append("the %s %s was changed oftener than %d operations say" % (kind, id_, changes[(kind, id_)]))
        if len(set(places.values())) > 1:
            verdict.broken.append("1: the %s %s is not the same in each of its scopes" % (kind, id_))


def order_does_not_matter(evidence, verdict):
    """Law 5, as far as one order can show it: moves of a case follow one another, and what a conflict shows is its newest rival."""
    state = collections.defaultdict(lambda: "received")
    for entry in evidence.log.values():
        if entry["kind"] != "transition" or entry["entity"] != "case" or entry["outcome"] == "refused":
            continue
        if state[entry["entity_id"]] != entry["was"]:
            verdict.broken.append("5: a case moved from %s though it stood in %s (%s)" % (entry["was"], state[entry["entity_id"]], entry["id"]))
        state[entry["entity_id"]] = entry["becomes"]
    for id_, shown in evidence.states.items():
        if state[id_] != shown:
            verdict.broken.append("5: case %s shows %s, its moves led to %s" % (id_, shown, state[id_]))
    for id_, rivals, shown in evidence.conflicts:
        rivals = json.loads(rivals)
        if [r["op"] for r in rivals] != sorted(r["op"] for r in rivals) or len({json.dumps(r["value"]) for r in rivals}) < 2:
            verdict.broken.append("5: the rivals of conflict %s are not in order" % id_)
        elif rivals[-1]["value"] != json.loads(shown):
            verdict.broken.append("5: conflict %s does not show its newest value" % id_)


def numbers_once(evidence, verdict):
    """Law 6, over what was given out at the desks, kept in the stores, and stands at the centre."""
    cases = collections.defaultdict(set)
    for desk in evidence.desks:
        for _, word, more in desk.journal.read():
            if word == "saved" and len(more) > 5:
                cases[more[5]].add(more[3])
        for line in evidence.stores[desk.code]:
            if line[0] == "number":
                cases[line[1]].add(line[2])
    for number, id_ in evidence.numbers:
        cases[number].add(id_)
    for number, ids in cases.items():
        if len(ids) > 1:
            verdict.broken.append("6: the number %s was given to %d cases" % (number, len(ids)))


def documents_numbered(evidence, verdict):
    """Law 6 for documents: each has a number, none another's, each series runs from 1 without a gap, and every desk reads the same."""
    number_of, holder = dict(evidence.documents), {}
    for id_, number in evidence.documents:
        if number == "-":
            verdict.broken.append("6: the document %s has no number" % id_)
        elif holder.setdefault(number, id_) != id_:
            verdict.broken.append("6: the document number %s was given twice" % number)
    for hall, word, kind, year, count, last in evidence.series:
        if count != last:
            verdict.broken.append("6: %s %s of %s has %s numbers and goes to %s" % (word, kind, year, count, last))
    if evidence.numbered != len(number_of):
        verdict.broken.append("6: %d numbers were given to %d documents" % (evidence.numbered, len(number_of)))
    for desk in evidence.desks:
        for line in evidence.stores[desk.code]:
            if line[0] == "document" and number_of.get(line[2]) != line[1]:
                verdict.broken.append("6: %s reads %s for the document %s" % (desk.name, line[1], line[2]))


def rights(evidence, verdict):
    """Law 7: a store holds what stands in its hall's scope, and a case stands in one hall."""
    for desk in evidence.desks:
        mine = evidence.scopes[desk.hall]
        for line in evidence.stores[desk.code]:
            if line[0] != "row":
                continue
            places = evidence.rows.get((line[1], line[2]), {})
            if mine not in places:
                verdict.broken.append("%d: %s holds the %s %s, which %s" % (
                    7 if places else 1, desk.name, line[1], line[2], "stands in another hall" if places else "the centre does not have"))
    for (kind, id_), places in evidence.rows.items():
        if kind in ("case", "case_event", "document") and len(places) > 1:
            verdict.broken.append("7: the %s %s stands in %d halls" % (kind, id_, len(places)))


def sums(evidence, verdict):
    for scope, count, digest, rows in evidence.sums:
        if (count, digest, rows) != ("t", "t", "t"):
            verdict.broken.append("1: what scope %s says of its rows is not so (count %s, sum %s, rows %s)" % (scope, count, digest, rows))


def desks_agree(desks, verdict):
    """Laws 1 and 2, by the program that a site has for it."""
    for _ in range(4):
        moved = {}
        for desk in desks:
            report = desk.sync_once()
            moved[desk.name] = sum(report[word] for word in ("pushed", "filled", "pulled", "fetched", "repaired", "forgotten", "reoffered"))
        if not any(moved.values()):
            break
    else:
        verdict.broken.append("2: syncing again and again goes on moving rows: %s" % moved)
    for desk in desks:
        answer = desk.compare()
        if not answer["ok"]:
            verdict.broken.append("1: %s: %s" % (desk.name, json.dumps([answer["problems"], answer["centre"]], ensure_ascii=False)))
