// SPDX-License-Identifier: GPL-3.0-or-later
#include <poll.h>

#include <algorithm>
#include <cstring>

#include "centre/connection.h"

namespace ow::centre {

using base::ErrorKind;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Handle = std::unique_ptr<PGconn, Finish>;

Handle start(const Address::Parameters& parameters) {
  std::vector<const char*> keywords;
  std::vector<const char*> values;
  for (const auto& [keyword, value] : parameters) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  return Handle(PQconnectStartParams(keywords.data(), values.data(), 0));
}

// What a failed try says: libpq has no code for it before 17, so the wording of the server's refusals decides.
base::Error failure(const PGconn* connection, const std::string& host) {
  const std::string_view message = PQerrorMessage(connection);
  const auto says = [&](const char* words) { return message.find(words) != std::string_view::npos; };
  if (says("password authentication failed") || says("no password supplied") || says("is not permitted to log in") ||
      says("does not exist") || says("permission denied"))
    return base::fail(ErrorKind::centreRefused, {{"rule", "login"}, {"host", host}});
  if (says("certificate") || says("does not support SSL") || says("SSL error") || says("no pg_hba.conf entry"))
    return base::fail(ErrorKind::centreRefused, {{"rule", "certificate"}, {"host", host}});
  return base::fail(ErrorKind::centreAway, {{"host", host}, {"detail", says("refused") ? "refused" : "no_connection"}});
}

Result<Handle> connectTo(const Address::Parameters& parameters, const std::string& host, Clock::time_point until,
                         const std::atomic<bool>* stop) {
  Handle connection = start(parameters);
  if (connection == nullptr || PQstatus(connection.get()) == CONNECTION_BAD) return failure(connection.get(), host);
  auto state = PGRES_POLLING_WRITING;
  while (state != PGRES_POLLING_OK) {
    if (state == PGRES_POLLING_FAILED) return failure(connection.get(), host);
    OW_TRY(const bool isReady,
           awaitSocket(PQsocket(connection.get()), state == PGRES_POLLING_READING ? POLLIN : POLLOUT, until, stop));
    if (!isReady) return base::fail(ErrorKind::centreAway, {{"host", host}, {"detail", "no_answer"}});
    state = PQconnectPoll(connection.get());
  }
  return connection;
}

bool mayWrite(PGconn* connection) {
  const char* standby = PQparameterStatus(connection, "in_hot_standby");
  const char* readOnly = PQparameterStatus(connection, "default_transaction_read_only");
  return (standby == nullptr || std::strcmp(standby, "off") == 0) && (readOnly == nullptr || std::strcmp(readOnly, "off") == 0);
}

}  // namespace

Result<bool> awaitSocket(int socket, short events, Clock::time_point until, const std::atomic<bool>* stop) {
  constexpr std::chrono::milliseconds kSlice{50};  // how long an interrupted call may go on
  for (;;) {
    if (stop != nullptr && stop->load()) return base::fail(ErrorKind::cancelled);
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    if (left.count() <= 0) return false;
    pollfd waiting{socket, events, 0};
    if (::poll(&waiting, 1, int(std::min(left, kSlice).count())) > 0) return true;
  }
}

Result<std::unique_ptr<Connection>> Connection::open(const Address& address, Wants wants, std::chrono::milliseconds perHost,
                                                     const std::atomic<bool>* stop) {
  base::Error last = base::fail(ErrorKind::centreAway, {{"detail", "no_host"}});
  for (std::size_t i = 0; i < address.hosts.size(); ++i) {
    const std::string host = address.name(i);
    auto connected = connectTo(address.hosts[i], host, Clock::now() + perHost, stop);
    if (!connected && connected.error().kind == ErrorKind::cancelled) return connected.error();
    if (!connected) {
      // "No" of one host is a better answer than the silence of another.
      if (last.kind != ErrorKind::centreRefused) last = connected.error();
      continue;
    }
    if (wants == Wants::primary && !mayWrite(connected.value().get())) {
      if (last.kind != ErrorKind::centreRefused)
        last = base::fail(ErrorKind::centreAway, {{"host", host}, {"detail", "standby"}});
      continue;
    }
    std::unique_ptr<Connection> connection(new Connection(connected.value().release()));
    connection->m_host = host;
    connection->m_stop = stop;
    PQsetnonblocking(connection->m_connection, 1);
    PQsetNoticeReceiver(
        connection->m_connection,
        [](void* self, const PGresult* notice) {
          const char* code = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
          if (code != nullptr && std::strncmp(code, "01", 2) == 0) static_cast<Connection*>(self)->m_hasWarned = true;
        },
        connection.get());
    return connection;
  }
  return last;
}

}  // namespace ow::centre
