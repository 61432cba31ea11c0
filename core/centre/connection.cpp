// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/connection.h"

#include <poll.h>

#include <algorithm>
#include <charconv>

namespace ow::centre {

using base::ErrorKind;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, Clear>;

bool isRow(ExecStatusType status) {
  return status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK;
}

}  // namespace

std::int64_t ServerRow::integer(int column) const {
  const std::string_view digits = view(column);
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

base::Uuid ServerRow::uuid(int column) const {
  return base::Uuid::parse(view(column)).value_or(base::Uuid{});
}

Connection::~Connection() {
  close();
}

void Connection::close() {
  if (m_connection != nullptr) PQfinish(m_connection);
  m_connection = nullptr;
}

base::Error Connection::lost(const char* detail) {
  close();
  return base::fail(ErrorKind::centreAway, {{"host", m_host}, {"detail", detail}});
}

// Until something can be read of the answer; sends what is left of the question meanwhile.
Result<void> Connection::await(Clock::time_point until) {
  for (;;) {
    const int unsent = PQflush(m_connection);
    if (unsent < 0) return lost("closed");
    if (unsent == 0 && PQisBusy(m_connection) == 0) return base::success();
    const auto isReady = awaitSocket(PQsocket(m_connection), unsent > 0 ? POLLIN | POLLOUT : POLLIN, until, m_stop);
    if (!isReady) {  // the answer may still come, and nobody would read it
      close();
      return isReady.error();
    }
    if (!isReady.value()) return lost("no_answer");
    if (PQconsumeInput(m_connection) == 0) return lost("closed");
  }
}

Result<void> Connection::drain(const OnRow& onRow, Clock::time_point until, std::chrono::milliseconds silence) {
  Result<void> answer = base::success();
  for (;;) {
    OW_TRYV(await(std::min(until, Clock::now() + silence)));
    const ResultHandle result(PQgetResult(m_connection));
    if (result == nullptr) return answer;
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
      const bool isGone = PQstatus(m_connection) != CONNECTION_OK;
      answer = serverError(result.get(), m_host);
      if (isGone) {
        close();
        return answer;
      }
      continue;
    }
    if (!isRow(status) || !onRow) continue;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
      auto taken = onRow(ServerRow(result.get(), row));
      if (taken) continue;
      close();  // the rest of the answer would have to be read and thrown away
      return taken;
    }
  }
}

// `bytes` is one more parameter, behind the others, as it is.
Result<void> Connection::send(const char* sql, std::span<const Parameter> parameters, const Parameter& bytes, Format answer) {
  if (!isUsable()) return lost("closed");
  m_hasWarned = false;
  std::vector<std::string> texts;  // libpq wants an end behind each
  texts.reserve(parameters.size());
  std::vector<const char*> values;
  for (const Parameter& parameter : parameters) {
    if (parameter) texts.emplace_back(*parameter);
    values.push_back(parameter ? texts.back().c_str() : nullptr);
  }
  std::vector<int> lengths(values.size(), 0);
  std::vector<int> formats(values.size(), 0);
  if (bytes) {
    values.push_back(bytes->data());
    lengths.push_back(int(bytes->size()));
    formats.push_back(1);
  }
  if (PQsendQueryParams(m_connection, sql, int(values.size()), nullptr, values.data(), lengths.data(), formats.data(),
                        answer == Format::binary ? 1 : 0) == 0)
    return lost("closed");
  PQsetSingleRowMode(m_connection);
  return base::success();
}

Result<void> Connection::query(const char* sql, std::span<const Parameter> parameters, const OnRow& onRow,
                               std::chrono::milliseconds deadline, std::chrono::milliseconds silence) {
  OW_TRYV(send(sql, parameters, {}, Format::text));
  return drain(onRow, Clock::now() + deadline, silence);
}

Result<std::optional<std::string>> Connection::binaryValue(const char* sql, std::span<const Parameter> parameters,
                                                           const Parameter& bytes, std::chrono::milliseconds deadline) {
  OW_TRYV(send(sql, parameters, bytes, Format::binary));
  std::optional<std::string> found;
  OW_TRYV(drain(
      [&found](const ServerRow& row) -> Result<void> {
        if (!row.isNull(0)) found = row.text(0);
        return base::success();
      },
      Clock::now() + deadline));
  return found;
}

Result<void> Connection::execute(const std::string& script, std::chrono::milliseconds deadline) {
  if (!isUsable()) return lost("closed");
  m_hasWarned = false;
  if (PQsendQuery(m_connection, script.c_str()) == 0) return lost("closed");
  return drain({}, Clock::now() + deadline);
}

Result<std::optional<std::string>> Connection::value(const char* sql, std::span<const Parameter> parameters,
                                                     std::chrono::milliseconds deadline) {
  std::optional<std::string> found;
  OW_TRYV(query(
      sql, parameters,
      [&](const ServerRow& row) -> Result<void> {
        if (!found && !row.isNull(0)) found = row.text(0);
        return base::success();
      },
      deadline));
  return found;
}

Result<std::string> Connection::verifierOf(const std::string& user, const std::string& password) {
  if (!isUsable()) return lost("closed");
  char* verifier = PQencryptPasswordConn(m_connection, password.c_str(), user.c_str(), "scram-sha-256");
  if (verifier == nullptr) return base::fail(ErrorKind::internal, {{"where", "verifier"}});
  std::string text = verifier;
  PQfreemem(verifier);
  return text;
}

}  // namespace ow::centre
