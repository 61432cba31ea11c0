// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "domain/rating_rules.h"
#include "domain/scorecard_rules.h"
#include "domain/survey_rules.h"
#include "store/operation_text.h"
#include "store/schema.h"
#include "store/store.h"
#include "store/write_inside.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;
using domain::EntityKind;
using domain::FieldChange;
using domain::Operation;
using domain::OperationKind;
using domain::Value;

namespace {

base::Error unknownField(const std::string& field) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", "unknown_field"}});
}

// The last gate before the disk: whatever made the operation, no text gets in that the centre would refuse for ever.
Result<void> checkValue(const FieldSchema& field, const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) {
    if (field.isOptional) return base::success();
    return base::fail(ErrorKind::invalidInput, {{"field", field.name}, {"rule", "required"}});
  }
  if (const auto* real = std::get_if<double>(&value); real != nullptr && !std::isfinite(*real))
    return base::fail(ErrorKind::invalidInput, {{"field", field.name}, {"rule", "number"}});
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return base::success();
  auto accepted = base::acceptText(*text, field.limits, field.lines);
  if (accepted) return base::success();
  base::Error error = accepted.error();
  error.facts.insert(error.facts.begin(), {"field", field.name});
  return error;
}

// Whom or what the entity refers to in that field, said by the operation or by the row; nil when it does not.
Result<base::Uuid> referenceOf(Connection& connection, const EntitySchema& schema, const Operation& operation,
                               const std::string& field) {
  for (const FieldChange& change : operation.changes)
    if (change.field == field)
      if (const auto* id = std::get_if<base::Uuid>(&change.after)) return *id;
  const bool isWhole = operation.kind == OperationKind::create || operation.kind == OperationKind::append;
  if (isWhole) return base::Uuid{};
  return referenceOfRow(connection, schema, operation.entityId.uuid, field);
}

Result<domain::RatingAuthor> ratingAuthor(Connection& connection, const Operation& operation) {
  if (!operation.author) return domain::RatingAuthor::nobody;
  OW_TRY(auto row, connection.prepare("SELECT 1 FROM staff WHERE id = ?1 AND role = 'supervisor'"));
  row.bindUuid(1, operation.author->uuid);
  OW_TRY(const bool isSupervisor, row.step());
  return isSupervisor ? domain::RatingAuthor::supervisor : domain::RatingAuthor::other;
}

Result<void> brokenRule(const std::optional<std::string_view>& rule) {
  return rule ? Result<void>(base::fail(ErrorKind::notAllowed, {{"rule", std::string(*rule)}})) : base::success();
}

// No operation on a rating gets to the disk that the centre would not take: see domain/rating_rules.h.
Result<void> checkRating(Connection& connection, const Operation& operation) {
  OW_TRY(const auto author, ratingAuthor(connection, operation));
  std::optional<domain::RatingOrigin> held;
  OW_TRY(auto row, connection.prepare("SELECT source IS NOT NULL FROM rating WHERE id = ?1"));
  row.bindUuid(1, operation.entityId.uuid);
  OW_TRY(const bool isHeld, row.step());
  if (isHeld) held = row.integer(0) != 0 ? domain::RatingOrigin::otherSystem : domain::RatingOrigin::pad;
  return brokenRule(domain::ratingRefusal(operation.kind, author, operation.changes, held));
}

Result<void> checkReview(Connection& connection, const Operation& operation) {
  OW_TRY(const auto author, ratingAuthor(connection, operation));
  OW_TRY(const base::Uuid served,
         referenceOfRow(connection, schemaOf<domain::RatingReview>(), operation.entityId.uuid, "clerk_id"));
  return brokenRule(domain::reviewRefusal(operation.kind, author, operation.author, operation.changes,
                                          served.isNil() ? std::nullopt : std::optional(domain::StaffId{served})));
}

// See domain/survey_rules.h.
Result<void> checkSurvey(Connection& connection, const Operation& operation) {
  OW_TRY(const auto author, ratingAuthor(connection, operation));
  std::optional<domain::StaffId> assignee;
  if (operation.entity == EntityKind::surveyTask) {
    OW_TRY(const base::Uuid held,
           referenceOfRow(connection, schemaOf<domain::SurveyTask>(), operation.entityId.uuid, "assignee_id"));
    if (!held.isNil()) assignee = domain::StaffId{held};
  }
  return brokenRule(
      domain::surveyRefusal(operation.entity, operation.kind, author, operation.author, operation.changes, assignee));
}

// See domain/scorecard_rules.h.
Result<void> checkRecord(Connection& connection, const Operation& operation) {
  OW_TRY(const auto author, ratingAuthor(connection, operation));
  if (operation.entity == EntityKind::ticket)
    return brokenRule(domain::ticketRefusal(operation.kind, author, operation.changes));
  return brokenRule(domain::scorecardRefusal(operation.entity, operation.kind, author, operation.author, operation.changes));
}

}  // namespace

Result<base::Uuid> referenceOfRow(Connection& connection, const EntitySchema& schema, const base::Uuid& id,
                                  const std::string& field) {
  OW_TRY(auto statement, connection.prepare("SELECT " + field + " FROM " + schema.table + " WHERE id = ?1"));
  statement.bindUuid(1, id);
  OW_TRY(const bool any, statement.step());
  return any && !statement.isNull(0) ? statement.uuid(0) : base::Uuid{};
}

Write::Write(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Write::~Write() = default;
Write::Write(Write&&) noexcept = default;
Connection& Write::connection() {
  return m_inside->connection();
}
void Write::touchDrafts() {
  m_inside->touched.drafts = true;
}

Result<Write> Store::write(Indexing indexing) {
  if (m_writer == nullptr) return base::fail(ErrorKind::storeReadOnly);
  std::unique_lock lock(m_writing);
  OW_TRY(auto transaction, Transaction::begin(*m_writer));
  if (indexing == Indexing::deferred) {
    OW_TRYV(m_writer->execute("INSERT OR IGNORE INTO desk_state (name, value) VALUES ('search_stale', '1')"));
    OW_TRYV(m_writer->keep(Connection::Cache::load));  // rebuildSearch gives it back
  }
  return Write(std::unique_ptr<Write::Inside>(new Write::Inside{
      *this, std::move(lock), std::move(transaction), SearchIndexUpdate(*m_writer), indexing, {}, false, {}, {}, nullptr}));
}

Result<void> Write::apply(std::span<const Operation> operations) {
  for (const Operation& operation : operations) OW_TRYV(m_inside->checked(m_inside->apply(operation)));
  return base::success();
}

Result<void> Write::commit() {
  Inside& in = *m_inside;
  if (in.hasFailed) return base::fail(ErrorKind::internal, {{"where", "commit_after_failure"}});
  in.arrivingRows.reset();
  OW_TRYV(in.sums.flush(in.connection()));
  if (in.indexing == Indexing::immediate) OW_TRYV(in.index.settle());
  OW_TRYV(in.noteCasesOfParties());
  const auto done = in.transaction.commit();
  in.lock.unlock();
  if (done || done.error().kind == ErrorKind::outcomeUnknown) in.store.announce(in.touched);
  return done;
}

ArrivingRows& Write::Inside::arriving() {
  if (arrivingRows == nullptr) arrivingRows = std::make_unique<ArrivingRows>(*this);
  return *arrivingRows;
}

Result<bool> Write::Inside::anyWaiting() {
  if (!hasWaiting) {
    OW_TRY(const auto any, connection().integer("SELECT EXISTS (SELECT 1 FROM operation WHERE state = 'waiting')"));
    hasWaiting = any != 0;
  }
  return *hasWaiting;
}

Result<void> Write::Inside::checked(Result<void> done) {
  if (!done) hasFailed = true;
  return done;
}

Result<void> Write::Inside::apply(const Operation& operation) {
  const EntitySchema& schema = schemaOf(operation.entity);
  if (schema.isAppendOnly != (operation.kind == OperationKind::append) && operation.kind != OperationKind::erase)
    return base::fail(ErrorKind::invalidInput, {{"rule", "operation_kind"}});
  if (operation.entity == EntityKind::rating) OW_TRYV(checkRating(connection(), operation));
  if (operation.entity == EntityKind::ratingReview) OW_TRYV(checkReview(connection(), operation));
  if (domain::isOfSurveys(operation.entity)) OW_TRYV(checkSurvey(connection(), operation));
  if (domain::isOfScorecards(operation.entity) || operation.entity == EntityKind::ticket)
    OW_TRYV(checkRecord(connection(), operation));
  if (indexing == Indexing::immediate) OW_TRYV(prepareIndex(schema, operation));
  const auto refersTo = [&](const char* field) { return referenceOf(connection(), schema, operation, field); };
  if (operation.kind == OperationKind::erase)
    OW_TRYV(noteGone(operation.entity, operation.entityId.uuid, refersTo));
  else
    OW_TRYV(note(operation.entity, operation.entityId.uuid, refersTo));
  switch (operation.kind) {
    case OperationKind::create:
    case OperationKind::append:
      OW_TRYV(insert(schema, operation));
      break;
    case OperationKind::patch:
    case OperationKind::transition:
      OW_TRYV(change(schema, operation));
      break;
    case OperationKind::erase:
      OW_TRYV(erase(schema, operation));
      break;
  }
  return append(operation);
}

Result<void> Write::Inside::prepareIndex(const EntitySchema& schema, const Operation& operation) {
  const bool isNew = operation.kind == OperationKind::create;
  switch (operation.entity) {
    case EntityKind::party:
      if (isNew) index.newParty(operation.entityId.uuid);
      return isNew ? base::success() : index.beforeParty(operation.entityId.uuid);
    case EntityKind::case_:
      if (isNew) index.newCase(operation.entityId.uuid);
      return isNew ? base::success() : index.beforeCase(operation.entityId.uuid);
    case EntityKind::identifier:
    case EntityKind::contactPoint: {
      OW_TRY(const base::Uuid owner, referenceOf(connection(), schema, operation, "party_id"));
      return owner.isNil() ? base::success() : index.beforeParty(owner);
    }
    default:
      return base::success();
  }
}

Result<void> Write::Inside::insert(const EntitySchema& schema, const Operation& operation) {
  OW_TRY(auto statement, connection().prepare(schema.insertSql));
  statement.bindUuid(1, operation.entityId.uuid);
  std::size_t next = 0;  // changes come in the order of the fields
  for (const FieldChange& change : operation.changes) {
    while (next < schema.fields.size() && schema.fields[next].name != change.field) {
      OW_TRYV(checkValue(schema.fields[next], Value{}));
      ++next;
    }
    if (next == schema.fields.size()) return unknownField(change.field);
    OW_TRYV(checkValue(schema.fields[next], change.after));
    statement.bind(int(next) + 2, change.after);
    ++next;
  }
  for (; next < schema.fields.size(); ++next) OW_TRYV(checkValue(schema.fields[next], Value{}));
  return statement.run();
}

Result<void> Write::Inside::change(const EntitySchema& schema, const Operation& operation) {
  for (const FieldChange& change : operation.changes) {
    const int place = schema.indexOf(change.field);
    if (place < 0) return unknownField(change.field);
    OW_TRYV(checkValue(schema.fields[std::size_t(place)], change.after));
  }
  std::string sql = "UPDATE " + schema.table + " SET ";
  std::string guard = " WHERE id = ?1";
  for (std::size_t i = 0; i < operation.changes.size(); ++i) {
    const std::string& field = operation.changes[i].field;
    sql += (i > 0 ? ", " : "") + field + " = ?" + std::to_string(2 * i + 2);
    guard += " AND " + field + " IS ?" + std::to_string(2 * i + 3);
  }
  OW_TRY(auto statement, connection().prepare(sql + guard));
  statement.bindUuid(1, operation.entityId.uuid);
  for (std::size_t i = 0; i < operation.changes.size(); ++i) {
    statement.bind(int(2 * i + 2), operation.changes[i].after);
    statement.bind(int(2 * i + 3), operation.changes[i].before);
  }
  OW_TRYV(statement.run());
  if (connection().changes() == 1) return base::success();

  // Name the first field that somebody else has changed.
  for (const FieldChange& change : operation.changes) {
    OW_TRY(auto current, connection().prepare("SELECT " + change.field + " FROM " + schema.table + " WHERE id = ?1"));
    current.bindUuid(1, operation.entityId.uuid);
    OW_TRY(const bool any, current.step());
    if (!any) return base::fail(ErrorKind::notFound, {{"entity", std::string(base::code(schema.kind))}});
    if (current.value(0) == change.before) continue;
    std::vector<base::Fact> facts{{"field", change.field}};
    if (schema.fields[std::size_t(schema.indexOf(change.field))].isState) facts.push_back({"state", current.text(0)});
    return base::fail(ErrorKind::conflict, std::move(facts));
  }
  return base::fail(ErrorKind::internal, {{"where", "apply"}});
}

// A row that the centre has confirmed is parked without its content: the centre counts it until it hears of this.
Result<void> Write::Inside::erase(const EntitySchema& schema, const Operation& operation) {
  OW_TRY(auto parked, connection().prepare("INSERT OR IGNORE INTO unapplied (kind, id, rev, digest, scopes, body, reason)"
                                           " SELECT ?2, id, rev, digest, scopes, '', 'erased_here' FROM " +
                                           schema.table +
                                           " WHERE id = ?1 AND digest IS NOT NULL AND rev IS NOT NULL AND scopes IS NOT NULL"));
  parked.bindUuid(1, operation.entityId.uuid).bindText(2, base::code(schema.kind));
  OW_TRYV(parked.run());
  OW_TRY(auto statement, connection().prepare("DELETE FROM " + schema.table + " WHERE id = ?1"));
  statement.bindUuid(1, operation.entityId.uuid);
  OW_TRYV(statement.run());
  if (connection().changes() == 0) return base::fail(ErrorKind::notFound, {{"entity", std::string(base::code(schema.kind))}});
  return base::success();
}

Result<void> Write::Inside::append(const Operation& op) {
  OW_TRY(auto statement,
         connection().prepare(
             "INSERT INTO operation (id, kind, entity, entity_id, at, author, desk, purpose, import_id, format, changes, cause)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"));
  const std::string changes = writeChanges(op);
  statement.bindUuid(1, op.id.uuid).bindText(2, base::code(op.kind)).bindText(3, base::code(op.entity));
  statement.bindUuid(4, op.entityId.uuid).bindInt(5, base::toMillis(op.at));
  statement.bind(6, domain::toValue(op.author)).bindText(7, op.desk).bindText(8, op.purpose);
  statement.bind(9, domain::toValue(op.import)).bindInt(10, Operation::kFormat).bindText(11, changes);
  statement.bind(12, domain::toValue(op.cause));
  hasWaiting = true;
  return statement.run();
}

Result<void> Write::Inside::noteCasesOfParties() {
  if (touched.cases.isEverything()) touched.parties.addEverything();
  if (touched.parties.isEverything()) return base::success();
  for (const domain::CaseId id : touched.cases.named()) {
    OW_TRY(auto row, connection().prepare("SELECT party_id, agent_id FROM case_record WHERE id = ?1"));
    row.bindUuid(1, id.uuid);
    OW_TRY(const bool any, row.step());
    for (int column = 0; any && column < 2; ++column)
      if (!row.isNull(column)) touched.parties.add({row.uuid(column)});
  }
  return base::success();
}

}  // namespace ow::store
