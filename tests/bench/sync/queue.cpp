// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sync/queue.h"

#include "bench/must.h"
#include "store/replica.h"
#include "store/schema.h"

namespace ow::bench {

namespace {

template <class T>
std::int64_t change(store::Store& store, domain::OperationWriter& writer, std::int64_t most, void (*alter)(T&)) {
  auto reader = must(store.read());
  auto row = must(reader.connection().prepare("SELECT " + store::columnsOf<T>("t") + " FROM " + store::schemaOf<T>().table +
                                              " t WHERE digest IS NOT NULL ORDER BY n LIMIT " + std::to_string(most)));
  std::int64_t count = 0;
  for (; must(row.step()); ++count) {
    const T before = must(store::readEntity<T>(row));
    T after = before;
    alter(after);
    writer.change(before, after);
  }
  return count;
}

}  // namespace

ConnectedDesk::ConnectedDesk(std::unique_ptr<store::Store> itsStore, const centre::DeskAccount& account)
    : store(std::move(itsStore)), centre(account), synchroniser(*store, centre, clock) {
  const auto hello = must(centre.hello());
  const domain::ScopeId hall = hello.scopes.front().id;
  const domain::Cursor none{hall, 0, 0};
  const auto heads = must(centre.heads(std::span(&none, 1), base::Uuid{}));
  auto write = must(store->write());
  must(store::putScopes(write, hello.scopes));
  must(store::putFillProgress(write, {hall, heads.epoch, heads.scopes.front().pos}, ""));
  must(store::completeFill(write, hall));
  must(write.commit());
}

std::int64_t ConnectedDesk::round() {
  must(synchroniser.round());
  const sync::Report& report = synchroniser.report();
  if (report.applied + report.merged == report.pushed) return report.pushed;
  auto reader = must(store->read());
  auto row =
      must(reader.connection().prepare("SELECT entity || ' ' || kind || ' ' || coalesce(t.reason, outcome, '?') || ' ' || "
                                       "coalesce(facts, '') FROM operation o LEFT JOIN"
                                       " operation_trouble t ON t.operation_id = o.id WHERE state = 'refused' OR outcome ="
                                       " 'conflict' OR t.reason IS NOT NULL LIMIT 1"));
  throw std::runtime_error("not applied: " + (must(row.step()) ? row.text(0) : std::string("postponed")));
}

void registerStaff(store::Store& store, BareLine& root) {
  auto reader = must(store.read());
  auto row = must(reader.connection().prepare("SELECT id, login, name FROM staff"));
  while (must(row.step()))
    root.value("INSERT INTO ow.staff (id, login, name, role) VALUES ($1, $2, $3, 'clerk')",
               {row.uuid(0).text(), row.text(1), row.text(2)});
}

void keepNew(store::Store& store, std::int64_t operations) {
  auto write = must(store.write());
  must(
      write.connection().execute("DELETE FROM operation WHERE entity_id IN (SELECT entity_id FROM operation WHERE kind NOT IN"
                                 " ('create', 'append') OR cause IS NOT NULL)"));
  {
    auto statement =
        must(write.connection().prepare("DELETE FROM operation WHERE seq > (SELECT seq FROM operation ORDER BY seq"
                                        " LIMIT 1 OFFSET ?1)"));
    statement.bindInt(1, operations - 1);
    must(statement.run());
  }
  must(write.commit());
}

std::int64_t queueChanges(store::Store& store, std::int64_t operations) {
  base::SystemClock clock;
  base::SystemRandom random;
  base::IdSource ids(clock, random);
  domain::OperationWriter writer(ids, clock.now(), {std::nullopt, "007", "correction", std::nullopt});
  std::int64_t count = 0;
  count += change<domain::Party>(store, writer, operations - count, [](auto& party) { party.note = "changed"; });
  count += change<domain::Case>(store, writer, operations - count, [](auto& c) { c.place = "changed"; });
  count += change<domain::ContactPoint>(store, writer, operations - count, [](auto& contact) { contact.label = "changed"; });
  count += change<domain::Address>(store, writer, operations - count, [](auto& address) { address.grid = "changed"; });
  must(store.commit(writer.take()));
  return count;
}

}  // namespace ow::bench
