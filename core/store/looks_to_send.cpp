// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/looks_to_send.h"

#include <sstream>

namespace ow::store {

using base::Result;

namespace {

constexpr const char* kSent = "looks.sent";
constexpr const char* kHeads = "looks.heads";
constexpr const char* kFault = "looks.fault";
constexpr std::size_t kHeadsKept = 16;

}  // namespace

Result<std::vector<NumberedLook>> looksToSend(Connection& connection, std::size_t limit) {
  OW_TRY(const auto sent, deskValue(connection, kSent));
  OW_TRY(auto row, connection.prepare("SELECT n, id, at, staff_id, desk, party_id, act, field, purpose FROM access_log"
                                      " WHERE n > ?1 ORDER BY n LIMIT ?2"));
  row.bindInt(1, sent ? std::stoll(*sent) : 0).bindInt(2, static_cast<std::int64_t>(limit));
  std::vector<NumberedLook> looks;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return looks;
    Look look;
    look.id = {row.uuid(1)};
    look.at = base::fromMillis(row.integer(2));
    look.staff = {row.uuid(3)};
    look.desk = row.text(4);
    look.party = {row.uuid(5)};
    look.act = row.view(6) == "open" ? LookAct::open : LookAct::reveal;
    look.field = row.text(7);
    look.purpose = row.text(8);
    looks.push_back({row.integer(0), std::move(look)});
  }
}

Result<void> putLooksSent(Write& write, std::int64_t upTo) {
  return putDeskValue(write.connection(), kSent, std::to_string(upTo));
}

Result<void> reofferLooks(Write& write, base::Instant since) {
  Connection& connection = write.connection();
  OW_TRYV(putDeskValue(connection, kHeads, ""));
  OW_TRY(const auto sent, deskValue(connection, kSent));
  if (!sent) return base::success();
  OW_TRY(auto row, connection.prepare("SELECT min(n) FROM access_log WHERE n <= ?1 AND at >= ?2"));
  row.bindInt(1, std::stoll(*sent)).bindInt(2, base::toMillis(since));
  OW_TRY(const bool any, row.step());
  if (!any || row.isNull(0)) return base::success();
  return putDeskValue(connection, kSent, std::to_string(row.integer(0) - 1));
}

Result<std::vector<SeenLookHead>> seenLookHeads(Connection& connection) {
  OW_TRY(const auto text, deskValue(connection, kHeads));
  std::istringstream words(text.value_or(""));
  std::vector<SeenLookHead> heads;
  for (SeenLookHead head; words >> head.n >> head.hash;) heads.push_back(head);
  return heads;
}

Result<void> putSeenLookHead(Write& write, const SeenLookHead& head) {
  OW_TRY(auto heads, seenLookHeads(write.connection()));
  if (head.n == 0 || (!heads.empty() && heads.back() == head)) return base::success();
  heads.push_back(head);
  if (heads.size() > kHeadsKept) heads.erase(heads.begin());
  std::string text;
  for (const SeenLookHead& one : heads) text += std::to_string(one.n) + " " + one.hash + " ";
  return putDeskValue(write.connection(), kHeads, text);
}

Result<std::optional<LookChainFault>> lookChainFault(Connection& connection) {
  OW_TRY(const auto text, deskValue(connection, kFault));
  if (!text) return std::optional<LookChainFault>();
  std::istringstream words(*text);
  LookChainFault fault;
  std::int64_t at = 0;
  words >> fault.sound >> fault.changed >> at;
  fault.noticedAt = base::fromMillis(at);
  return std::optional(fault);
}

Result<void> putLookChainFault(Write& write, const LookChainFault& fault) {
  OW_TRY(const auto known, lookChainFault(write.connection()));
  if (known) return base::success();
  return putDeskValue(write.connection(), kFault,
                      std::to_string(fault.sound) + " " + std::to_string(fault.changed) + " " +
                          std::to_string(base::toMillis(fault.noticedAt)));
}

}  // namespace ow::store
