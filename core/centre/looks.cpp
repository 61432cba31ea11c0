// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/looks.h"

#include <boost/json.hpp>

#include "base/digest.h"
#include "base/time_text.h"
#include "centre/connection.h"

namespace ow::centre {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::chrono::seconds kReadingDeadline{60};
constexpr std::int64_t kPage = 5000;

std::string textOf(const json::value& value) {
  return value.is_string() ? std::string(value.as_string()) : std::string();
}

// ow.look_text: what is shown is what was chained.
Result<LookLine> lineOf(std::string_view chained) {
  try {
    const json::array row = json::parse(chained).as_array();
    LookLine line;
    line.n = row.at(1).as_int64();
    line.at = base::fromMillis(row.at(3).as_int64());
    line.receivedAt = base::fromMillis(row.at(4).as_int64());
    line.author = textOf(row.at(7));
    line.act = textOf(row.at(8));
    line.subject = textOf(row.at(9));
    line.purpose = textOf(row.at(10));
    line.party = domain::PartyId::parse(textOf(row.at(11)));
    line.caseId = domain::CaseId::parse(textOf(row.at(12)));
    return line;
  } catch (const std::exception&) {
    return base::fail(ErrorKind::internal, {{"where", "look_line"}});
  }
}

// "\x0aff" as the server writes bytes.
std::string hexOf(std::string_view bytea) {
  return bytea.starts_with("\\x") ? std::string(bytea.substr(2)) : std::string();
}

std::string bytesOf(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

// Walks one hall's lines from the first to the end that its head names.
class ChainWalk {
 public:
  ChainWalk(std::int32_t hall, LookChain& chain, std::int64_t end) : m_hall(hall), m_chain(chain), m_end(end) {}

  Result<void> walk(Connection& connection) {
    for (;;) {
      const std::int64_t before = m_last;
      OW_TRYV(page(connection));
      if (m_last == before || m_chain.fault) break;
    }
    if (!m_chain.fault && m_last != m_end) blame(m_last + 1, "missing");
    if (!m_chain.fault && m_hash != m_chain.head) blame(m_end, "changed");
    return base::success();
  }

 private:
  Result<void> page(Connection& connection) {
    const std::string hall = std::to_string(m_hall), after = std::to_string(m_last), limit = std::to_string(kPage);
    const Parameter parameters[] = {hall, after, limit};
    return connection.query(
        "SELECT n, line, prev, hash FROM ow_admin.check_looks($1::integer, $2::bigint, $3::integer)", parameters,
        [this](const ServerRow& row) -> Result<void> {
          if (!m_chain.fault) take(row);
          return base::success();
        },
        kReadingDeadline);
  }

  void take(const ServerRow& row) {
    const std::int64_t n = row.integer(0);
    const std::string prev = hexOf(row.view(2)), hash = hexOf(row.view(3));
    if (n != m_last + 1) return blame(m_last + 1, "missing");
    if (base::sha256Hex(bytesOf(prev) + row.text(1)) != hash) return blame(n, "changed");
    if (prev != m_hash || n > m_end) return blame(n, "moved");
    m_hash = hash;
    m_last = n;
    ++m_chain.lines;
  }

  void blame(std::int64_t n, const char* how) { m_chain.fault = LookChain::Fault{n, how}; }

  std::int32_t m_hall;
  LookChain& m_chain;
  std::int64_t m_end;
  std::int64_t m_last = 0;
  std::string m_hash;
};

}  // namespace

Result<std::vector<LookLine>> looks(const Address& address, const LookFilter& filter) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  const std::string person = filter.person ? filter.person->text() : "";
  const std::string since = filter.since ? base::isoText(*filter.since, base::TimeZone::utc()) : "";
  const std::string limit = std::to_string(filter.limit);
  const auto orNull = [](const std::string& text) { return text.empty() ? Parameter() : Parameter(text); };
  const Parameter parameters[] = {orNull(person), orNull(filter.clerk), orNull(since), limit};
  std::vector<LookLine> lines;
  OW_TRYV(connection->query(
      "SELECT line, hall, desk, login FROM ow_admin.looks($1::uuid, $2, $3::timestamptz, $4::integer)", parameters,
      [&](const ServerRow& row) -> Result<void> {
        OW_TRY(auto line, lineOf(row.view(0)));
        line.hall = row.text(1);
        line.desk = row.text(2);
        line.clerk = row.text(3);
        lines.push_back(std::move(line));
        return base::success();
      },
      kReadingDeadline));
  return lines;
}

Result<std::vector<LookChain>> checkLooks(const Address& address) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  // One state of all of it: looks go on being written meanwhile.
  OW_TRYV(connection->execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", kReadingDeadline));
  struct Head {
    std::int32_t hall;
    std::int64_t n;
  };
  std::vector<Head> heads;
  std::vector<LookChain> chains;
  OW_TRYV(connection->query(
      "SELECT hall, code, n, hash FROM ow_admin.check_looks(NULL, 0, 0)", {},
      [&](const ServerRow& row) -> Result<void> {
        heads.push_back({std::int32_t(row.integer(0)), row.integer(2)});
        chains.push_back({row.text(1), 0, std::nullopt, hexOf(row.view(3))});
        return base::success();
      },
      kReadingDeadline));
  for (std::size_t i = 0; i < heads.size(); ++i) OW_TRYV(ChainWalk(heads[i].hall, chains[i], heads[i].n).walk(*connection));
  OW_TRYV(connection->execute("COMMIT", kReadingDeadline));
  return chains;
}

}  // namespace ow::centre
