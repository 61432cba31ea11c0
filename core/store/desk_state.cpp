// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_state.h"

#include "base/text_rules.h"
#include "base/time_text.h"

namespace ow::store {

using base::Result;

namespace {

constexpr base::TextLimits kDraftLimits{1048576, 1048576};
constexpr const char* kCounter = "counter:";

// The first column of the first row, if there is one.
Result<std::optional<std::string>> firstText(Statement& statement) {
  OW_TRY(const bool any, statement.step());
  return any ? std::optional(statement.text(0)) : std::nullopt;
}

}  // namespace

Result<void> putDraft(Store& store, domain::StaffId staff, const DraftRow& draft) {
  OW_TRYV(base::acceptText(draft.body, kDraftLimits, base::Lines::multiple));
  OW_TRY(auto write, store.write());
  {  // the statement goes back before the lock does
    OW_TRY(auto statement, write.connection().prepare(
                               "INSERT INTO draft (id, staff_id, form, subject, body, saved_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                               " ON CONFLICT (id) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at WHERE "
                               "staff_id = excluded.staff_id"));
    statement.bindUuid(1, draft.id.uuid).bindUuid(2, staff.uuid).bindText(3, draft.form).bindText(4, draft.subject);
    statement.bindText(5, draft.body).bindInt(6, base::toMillis(draft.savedAt));
    OW_TRYV(statement.run());
  }
  write.touchDrafts();
  return write.commit();
}

Result<void> dropDraft(Write& write, domain::StaffId staff, domain::DraftId id) {
  OW_TRY(auto statement, write.connection().prepare("DELETE FROM draft WHERE id = ?1 AND staff_id = ?2"));
  statement.bindUuid(1, id.uuid).bindUuid(2, staff.uuid);
  OW_TRYV(statement.run());
  write.touchDrafts();
  return base::success();
}

Result<void> dropDraft(Store& store, domain::StaffId staff, domain::DraftId id) {
  OW_TRY(auto write, store.write());
  OW_TRYV(dropDraft(write, staff, id));
  return write.commit();
}

Result<std::vector<DraftRow>> draftsOf(Connection& connection, domain::StaffId staff) {
  OW_TRY(auto row,
         connection.prepare("SELECT id, form, subject, body, saved_at FROM draft WHERE staff_id = ?1 ORDER BY saved_at DESC"));
  row.bindUuid(1, staff.uuid);
  std::vector<DraftRow> drafts;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return drafts;
    drafts.push_back({domain::DraftId{row.uuid(0)}, row.text(1), row.text(2), row.text(3), base::fromMillis(row.integer(4))});
  }
}

Result<std::optional<std::string>> settingOf(Connection& connection, domain::StaffId staff, const std::string& name) {
  OW_TRY(auto statement, connection.prepare("SELECT value FROM setting WHERE staff_id = ?1 AND name = ?2"));
  statement.bindUuid(1, staff.uuid).bindText(2, name);
  return firstText(statement);
}

Result<void> putSetting(Store& store, domain::StaffId staff, const std::string& name, const std::string& value) {
  OW_TRYV(base::acceptText(name, base::kCodeLimits, base::Lines::single));
  OW_TRYV(base::acceptText(value, base::kShortTextLimits, base::Lines::single));
  OW_TRY(auto write, store.write());
  {  // the statement goes back before the lock does
    OW_TRY(auto statement, write.connection().prepare("INSERT INTO setting (staff_id, name, value) VALUES (?1, ?2, ?3)"
                                                      " ON CONFLICT (staff_id, name) DO UPDATE SET value = excluded.value"));
    statement.bindUuid(1, staff.uuid).bindText(2, name).bindText(3, value);
    OW_TRYV(statement.run());
  }
  return write.commit();
}

Result<std::optional<domain::EntityId>> entityOf(Connection& connection, domain::OperationId id) {
  OW_TRY(auto statement, connection.prepare("SELECT entity_id FROM operation WHERE id = ?1"));
  statement.bindUuid(1, id.uuid);
  OW_TRY(const bool any, statement.step());
  return any ? std::optional(domain::EntityId{statement.uuid(0)}) : std::nullopt;
}

Result<std::optional<std::string>> deskValue(Connection& connection, const std::string& name) {
  OW_TRY(auto statement, connection.prepare("SELECT value FROM desk_state WHERE name = ?1"));
  statement.bindText(1, name);
  return firstText(statement);
}

Result<void> putDeskValue(Connection& connection, const std::string& name, const std::string& value) {
  OW_TRY(auto statement, connection.prepare("INSERT INTO desk_state (name, value) VALUES (?1, ?2)"
                                            " ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
  statement.bindText(1, name).bindText(2, value);
  return statement.run();
}

Result<std::int64_t> takeNumber(Write& write, const std::string& counter) {
  const std::string name = kCounter + counter;
  OW_TRY(const auto last, deskValue(write.connection(), name));
  const std::int64_t next = last ? std::stoll(*last) + 1 : 1;
  OW_TRYV(putDeskValue(write.connection(), name, std::to_string(next)));
  return next;
}

Result<std::optional<int>> takeCaseSerial(Write& write, base::Date day, std::int64_t last) {
  const std::string counter = "case:" + base::isoText(day);
  OW_TRY(const auto used, deskValue(write.connection(), kCounter + counter));
  if (used && std::stoll(*used) >= last) return std::optional<int>();
  OW_TRY(const auto serial, takeNumber(write, counter));
  return std::optional(int(serial));
}

Result<void> logLook(Store& store, const Look& look) {
  return store.writeLog([&look](Connection& connection) -> Result<void> {
    OW_TRY(auto statement, connection.prepare("INSERT INTO access_log (id, at, staff_id, desk, party_id, act, field, purpose)"
                                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    statement.bindUuid(1, look.id.uuid).bindInt(2, base::toMillis(look.at)).bindUuid(3, look.staff.uuid).bindText(4, look.desk);
    statement.bindUuid(5, look.party.uuid).bindText(6, look.act == LookAct::open ? "open" : "reveal");
    if (!look.field.empty()) statement.bindText(7, look.field);
    statement.bindText(8, look.purpose);
    return statement.run();
  });
}

Result<std::optional<Look>> lookWithId(Connection& connection, domain::AccessId id) {
  OW_TRY(auto row,
         connection.prepare("SELECT at, staff_id, desk, party_id, act, field, purpose FROM access_log WHERE id = ?1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  if (!any) return std::optional<Look>();
  return std::optional(Look{id,
                            base::fromMillis(row.integer(0)),
                            {row.uuid(1)},
                            row.text(2),
                            {row.uuid(3)},
                            row.view(4) == "open" ? LookAct::open : LookAct::reveal,
                            row.text(5),
                            row.text(6)});
}

}  // namespace ow::store
