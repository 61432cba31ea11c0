// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/party_queries.h"

#include <algorithm>

#include "domain/identifier.h"
#include "store/schema.h"

namespace ow::store {

using base::Result;

namespace {

// Three kinds of rows as one: kind order, at, n, channel, direction, event, case id, case number, subject, text, by, level.
constexpr const char* kInteractions =
    "SELECT 0 AS kind, i.at AS at, i.n AS n, i.channel, i.direction, NULL, i.case_id, c.number, i.subject, i.text, s.name, 0"
    " FROM interaction i LEFT JOIN case_record c ON c.id = i.case_id LEFT JOIN staff s ON s.id = i.clerk_id";
constexpr const char* kEvents =
    "SELECT 1 AS kind, e.at AS at, e.n AS n, coalesce(e.channel, c.channel), 'inbound', e.kind, e.case_id, c.number, c.title, "
    "e.text,"
    " s.name, 0 FROM case_record c JOIN case_event e ON e.case_id = c.id LEFT JOIN staff s ON s.id = e.actor_id";
constexpr const char* kRatings =
    "SELECT 2 AS kind, r.at AS at, r.n AS n, r.channel, 'inbound', NULL, r.case_id, c.number, '', r.text, NULL, r.level"
    " FROM rating r LEFT JOIN case_record c ON c.id = r.case_id";
std::string seenBy(const RatingSight& sight) {
  if (!sight.before) return "";
  const std::string others = sight.served ? "r.clerk_id IS NOT unhex('" + sight.served->text() + "', '-') OR " : "";
  return " AND (" + others + "((r.case_id IS NULL OR c.closed_at IS NOT NULL) AND r.at < " +
         std::to_string(base::toMillis(*sight.before)) + "))";
}
constexpr const char* kNewestFirst = " ORDER BY at DESC, kind DESC, n DESC LIMIT ?3";

TimelineEntry readEntry(const Statement& row) {
  TimelineEntry entry;
  entry.kind = static_cast<TimelineEntry::Kind>(row.integer(0));
  entry.at = base::fromMillis(row.integer(1));
  entry.n = row.integer(2);
  entry.channel = base::fromCode<domain::Channel>(row.view(3)).value_or(domain::Channel::other);
  entry.direction = base::fromCode<domain::Direction>(row.view(4)).value_or(domain::Direction::inbound);
  entry.event = base::fromCode<domain::CaseEventKind>(row.view(5));
  if (!row.isNull(6)) entry.caseId = domain::CaseId{row.uuid(6)};
  entry.caseNumber = row.text(7);
  entry.subject = row.text(8);
  entry.text = row.text(9);
  entry.by = row.text(10);
  entry.level = int(row.integer(11));
  return entry;
}

bool newer(const TimelineEntry& a, const TimelineEntry& b) {
  if (a.at != b.at) return a.at > b.at;
  if (a.kind != b.kind) return a.kind > b.kind;
  return a.n > b.n;
}

// At most `limit` rows of one kind; ?1 the party or case, ?2.. the place after which the page begins.
Result<void> collect(Connection& connection, const std::string& select, const base::Uuid& id,
                     std::optional<TimelinePlace> after, TimelineEntry::Kind kind, std::size_t limit,
                     std::vector<TimelineEntry>& entries) {
  // Rows of the same instant: those of a kind that sorts after the last one shown are still to come.
  const char* alias = kind == TimelineEntry::Kind::interaction ? "i" : kind == TimelineEntry::Kind::caseEvent ? "e" : "r";
  std::string sql = select;
  if (after) {
    const std::string a(alias);
    const bool isSameKind = after->kind == kind;
    sql += isSameKind ? " AND (" + a + ".at, " + a + ".n) < (?2, ?4)"
                      : " AND " + a + (kind < after->kind ? ".at <= ?2" : ".at < ?2");
  }
  OW_TRY(auto statement, connection.prepare(sql + kNewestFirst));
  statement.bindUuid(1, id).bindInt(3, std::int64_t(limit));
  if (after) {
    statement.bindInt(2, base::toMillis(after->at));
    if (after->kind == kind) statement.bindInt(4, after->n);
  }
  for (;;) {
    OW_TRY(const bool more, statement.step());
    if (!more) return base::success();
    entries.push_back(readEntry(statement));
  }
}

std::vector<TimelineEntry> firstOf(std::vector<TimelineEntry> entries, std::size_t limit) {
  std::sort(entries.begin(), entries.end(), newer);
  if (entries.size() > limit) entries.resize(limit);
  return entries;
}

Result<std::vector<PartyRecord::Relation>> relationsOf(Connection& connection, domain::PartyId id) {
  static const std::string kSql =
      "SELECT " + columnsOf<domain::Relationship>("r") +
      ", o.name FROM relationship r JOIN party o ON o.id = iif(r.from_party = ?1, r.to_party, r.from_party)"
      " WHERE r.from_party = ?1 OR r.to_party = ?1 ORDER BY r.n LIMIT 100";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindUuid(1, id.uuid);
  std::vector<PartyRecord::Relation> relations;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return relations;
    PartyRecord::Relation relation;
    OW_TRY(relation.relationship, readEntity<domain::Relationship>(row));
    const domain::Relationship& r = relation.relationship;
    relation.other = r.fromParty == id ? r.toParty : r.fromParty;
    relation.otherName = row.text(1 + int(schemaOf<domain::Relationship>().fields.size()));
    relations.push_back(std::move(relation));
  }
}

Result<std::int64_t> count(Connection& connection, std::string_view sql, domain::PartyId id) {
  OW_TRY(auto statement, connection.prepare(sql));
  statement.bindUuid(1, id.uuid);
  OW_TRY(const bool any, statement.step());
  return any ? statement.integer(0) : std::int64_t{0};
}

}  // namespace

Result<PartyRecord> partyRecord(Connection& connection, domain::PartyId id, RatingSight sight) {
  PartyRecord record;
  OW_TRY(record.party, loadEntity<domain::Party>(connection, id));
  OW_TRY(record.identifiers, loadEntities<domain::Identifier>(connection, "WHERE t.party_id = ?1 ORDER BY t.n", id.uuid));
  OW_TRY(record.contactPoints,
         loadEntities<domain::ContactPoint>(connection, "WHERE t.party_id = ?1 ORDER BY t.is_preferred DESC, t.n", id.uuid));
  OW_TRY(record.addresses, loadEntities<domain::Address>(connection, "WHERE t.party_id = ?1 ORDER BY t.n", id.uuid));
  OW_TRY(record.relations, relationsOf(connection, id));
  OW_TRY(record.openCases, count(connection, "SELECT count(*) FROM case_record WHERE party_id = ?1 AND closed_at IS NULL", id));
  OW_TRY(record.closedCases,
         count(connection, "SELECT count(*) FROM case_record WHERE party_id = ?1 AND closed_at IS NOT NULL", id));
  OW_TRY(record.interactions, count(connection, "SELECT count(*) FROM interaction WHERE party_id = ?1", id));
  OW_TRY(auto rating, connection.prepare("SELECT r.level FROM rating r LEFT JOIN case_record c ON c.id = r.case_id"
                                         " WHERE r.party_id = ?1" +
                                         seenBy(sight) + " ORDER BY r.at DESC, r.n DESC LIMIT 12"));
  rating.bindUuid(1, id.uuid);
  for (;;) {
    OW_TRY(const bool more, rating.step());
    if (!more) return record;
    record.ratings.push_back(int(rating.integer(0)));
  }
}

Result<std::optional<domain::PartyId>> partyByIdentifier(Connection& connection, domain::IdentifierType type,
                                                         const std::string& normal) {
  if (type == domain::IdentifierType::hkMacauPermit) {
    // The same permit with another reissue count behind it.
    OW_TRY(
        auto statement,
        connection.prepare("SELECT party_id FROM identifier WHERE normal >= ?1 AND normal < ?1 || ':' AND type = ?2 LIMIT 1"));
    statement.bindText(1, domain::identifierMatchKey(type, normal)).bindText(2, base::code(type));
    OW_TRY(const bool any, statement.step());
    return any ? std::optional(domain::PartyId{statement.uuid(0)}) : std::nullopt;
  }
  for (const std::string& form : domain::identifierForms(type, normal)) {
    OW_TRY(auto statement, connection.prepare("SELECT party_id FROM identifier WHERE normal = ?1 AND type = ?2 LIMIT 1"));
    statement.bindText(1, form).bindText(2, base::code(type));
    OW_TRY(const bool any, statement.step());
    if (any) return std::optional(domain::PartyId{statement.uuid(0)});
  }
  return std::optional<domain::PartyId>();
}

Result<std::vector<TimelineEntry>> partyTimeline(Connection& connection, domain::PartyId id, TimelineKinds kinds,
                                                 std::optional<TimelinePlace> after, RatingSight sight, std::size_t limit) {
  std::vector<TimelineEntry> entries;
  using Kind = TimelineEntry::Kind;
  if (kinds.interactions)
    OW_TRYV(collect(connection, std::string(kInteractions) + " WHERE i.party_id = ?1", id.uuid, after, Kind::interaction, limit,
                    entries));
  if (kinds.caseEvents)
    OW_TRYV(
        collect(connection, std::string(kEvents) + " WHERE c.party_id = ?1", id.uuid, after, Kind::caseEvent, limit, entries));
  if (kinds.ratings)
    OW_TRYV(collect(connection, std::string(kRatings) + " WHERE r.party_id = ?1" + seenBy(sight), id.uuid, after, Kind::rating,
                    limit, entries));
  return firstOf(std::move(entries), limit);
}

Result<std::vector<TimelineEntry>> caseStory(Connection& connection, domain::CaseId id, RatingSight sight, std::size_t limit) {
  std::vector<TimelineEntry> entries;
  using Kind = TimelineEntry::Kind;
  OW_TRYV(collect(connection, std::string(kInteractions) + " WHERE i.case_id = ?1", id.uuid, {}, Kind::interaction, limit,
                  entries));
  OW_TRYV(collect(connection, std::string(kEvents) + " WHERE c.id = ?1", id.uuid, {}, Kind::caseEvent, limit, entries));
  OW_TRYV(collect(connection, std::string(kRatings) + " WHERE r.case_id = ?1" + seenBy(sight), id.uuid, {}, Kind::rating, limit,
                  entries));
  return firstOf(std::move(entries), limit);
}

}  // namespace ow::store
