// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/inbox.h"
#include "store/case_queries.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

std::string planOf(store::Connection& connection, const std::string& sql) {
  auto row = connection.prepare("EXPLAIN QUERY PLAN " + sql).value();
  std::string plan;
  while (row.step().value()) plan += row.text(3) + "\n";
  return plan;
}

}  // namespace

TEST_CASE("no list by deadline sorts or scans the table: each walks an index of its own", "[store][plans]") {
  Hall hall;
  auto reader = hall.store().read().value();
  const std::string open = "SELECT c.n FROM case_record c WHERE c.closed_at IS NULL";
  const std::string order = " ORDER BY c.due_at NULLS LAST, c.n";
  for (const std::string& sql :
       {open + order, open + " AND c.owner_id = ?1" + order, open + " AND c.owner_id IS NULL" + order,
        open + " AND c.window = ?1" + order, open + " AND c.due_at < ?1" + order,
        open + " AND c.due_at >= ?1 AND c.due_at < ?2" + order, open + " AND c.due_at >= ?1 AND c.yellow_at <= ?2" + order,
        std::string("SELECT c.n FROM case_record c WHERE c.closed_at IS NOT NULL AND c.closed_at >= ?1"
                    " ORDER BY c.closed_at DESC, c.n DESC"),
        std::string("SELECT c.service_id, c.jurisdiction, c.opened_at, c.due_at FROM case_record c WHERE c.closed_at IS NULL"),
        std::string("SELECT c.n FROM case_record c ORDER BY c.opened_at DESC, c.n DESC")}) {
    INFO(sql);
    const std::string plan = planOf(reader.connection(), sql);
    INFO(plan);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
    CHECK(plan.find("COVERING INDEX") != std::string::npos);
  }
}

TEST_CASE("a party's timeline reads only that party's rows, and what is of a case only that case's", "[store][plans]") {
  Hall hall;
  auto reader = hall.store().read().value();
  for (const char* sql : {"SELECT i.n FROM interaction i WHERE i.party_id = ?1 ORDER BY i.at DESC, i.n DESC LIMIT 50",
                          "SELECT e.n FROM case_record c JOIN case_event e ON e.case_id = c.id WHERE c.party_id = ?1",
                          "SELECT r.n FROM rating r WHERE r.party_id = ?1 ORDER BY r.at DESC, r.n DESC LIMIT 50",
                          // Whom a receipt's code may be about.
                          "SELECT id FROM interaction WHERE at >= ?1 AND at < ?2 AND direction = 'inbound'"
                          " AND (channel = 'counter' OR channel = 'kiosk') ORDER BY at, n",
                          "SELECT id FROM case_record WHERE opened_at >= ?1 AND opened_at < ?2 ORDER BY opened_at, n",
                          // What a case that comes looks up for the days that are counted.
                          "SELECT t.n FROM tally_of_case t WHERE t.case_id = ?1"}) {
    const std::string plan = planOf(reader.connection(), sql);
    INFO(plan);
    CHECK(plan.find("SCAN") == std::string::npos);
  }
}

TEST_CASE("the queue of a day, its figures and the steps of one number walk indexes of their own", "[store][plans][queue]") {
  Hall hall;
  auto reader = hall.store().read().value();
  for (const char* sql :
       {"SELECT t.number FROM ticket t WHERE t.issued_at >= ?1 AND t.hall = ?2 ORDER BY t.issued_at, t.n",
        "SELECT t.number FROM ticket t WHERE t.called_at IS NOT NULL AND t.called_at >= ?1 AND t.called_at < ?2"
        " AND (t.called_at > ?1 OR t.n > ?3) ORDER BY t.called_at, t.n",
        "SELECT t.number FROM ticket t WHERE t.handled_at IS NOT NULL AND t.handled_at >= ?1 AND t.handled_at < ?2"
        " AND (t.handled_at > ?1 OR t.n > ?3) ORDER BY t.handled_at, t.n",
        "SELECT id FROM operation WHERE entity = 'ticket' AND entity_id = ?1 AND kind = 'transition' ORDER BY seq DESC LIMIT 1",
        "SELECT entity_id, at FROM operation WHERE state = 'refused' AND entity = 'ticket' AND author = ?1 AND at >= ?2"
        " ORDER BY seq DESC LIMIT 1"}) {
    const std::string plan = planOf(reader.connection(), sql);
    INFO(plan);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
    CHECK(plan.find("USING INDEX") != std::string::npos);
  }
}
