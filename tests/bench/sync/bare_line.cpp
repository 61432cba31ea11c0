// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sync/bare_line.h"

#include <stdexcept>

namespace ow::bench {

BareLine::BareLine(const centre::Address& as) {
  std::vector<const char*> keywords, values;
  for (const auto& [keyword, value] : as.hosts.front()) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  m_connection = PQconnectdbParams(keywords.data(), values.data(), 0);
  if (PQstatus(m_connection) != CONNECTION_OK) fail("connect");
  PQsetNoticeProcessor(m_connection, [](void*, const char*) {}, nullptr);
}

BareLine::~BareLine() {
  PQfinish(m_connection);
}

void BareLine::fail(const char* where) const {
  throw std::runtime_error(std::string(where) + ": " + PQerrorMessage(m_connection));
}

std::string BareLine::value(const std::string& sql, const std::vector<std::string>& parameters) {
  std::vector<const char*> texts;
  for (const std::string& parameter : parameters) texts.push_back(parameter.c_str());
  PGresult* result = parameters.empty() ? PQexec(m_connection, sql.c_str())
                                        : PQexecParams(m_connection, sql.c_str(), int(texts.size()), nullptr, texts.data(),
                                                       nullptr, nullptr, 0);
  const ExecStatusType status = PQresultStatus(result);
  std::string value;
  if (status == PGRES_TUPLES_OK && PQntuples(result) > 0 && PQnfields(result) > 0) value = PQgetvalue(result, 0, 0);
  PQclear(result);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(sql.substr(0, 60).c_str());
  return value;
}

void BareLine::beginCopy(const std::string& sql) {
  PGresult* result = PQexec(m_connection, sql.c_str());
  const bool isReady = PQresultStatus(result) == PGRES_COPY_IN;
  PQclear(result);
  if (!isReady) fail("copy");
}

void BareLine::copy(std::string_view text) {
  if (PQputCopyData(m_connection, text.data(), int(text.size())) != 1) fail("copy");
}

void BareLine::endCopy() {
  if (PQputCopyEnd(m_connection, nullptr) != 1) fail("copy");
  PGresult* result = PQgetResult(m_connection);
  const bool isDone = PQresultStatus(result) == PGRES_COMMAND_OK;
  PQclear(result);
  while ((result = PQgetResult(m_connection)) != nullptr) PQclear(result);
  if (!isDone) fail("copy");
}

}  // namespace ow::bench
