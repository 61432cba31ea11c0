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

// What this host is, it is asked: a pooler in front of it repeats what the server said of itself when the pooler first met it,
// through every promotion since.
Result<void> checkIs(Wants wants, Connection& connection, Clock::time_point until) {
  if (wants == Wants::any) return base::success();
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
  OW_TRY(const auto what,
         connection.value("SELECT CASE WHEN pg_is_in_recovery() THEN 'standby' "
                          "WHEN current_setting('transaction_read_only') = 'on' THEN 'read_only' ELSE 'primary' END",
                          {}, left));
  if (what == (wants == Wants::primary ? "primary" : "standby")) return base::success();
  return base::fail(ErrorKind::centreAway, {{"host", connection.host()}, {"detail", what.value_or("")}});
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

Result<std::unique_ptr<Connection>> Connection::openOne(const Address& address, std::size_t n, Wants wants,
                                                        Clock::time_point until, const std::atomic<bool>* stop) {
  OW_TRY(auto connected, connectTo(address.hosts[n], address.name(n), until, stop));
  std::unique_ptr<Connection> connection(new Connection(connected.release()));
  connection->m_host = address.name(n);
  connection->m_stop = stop;
  PQsetnonblocking(connection->m_connection, 1);
  PQsetNoticeReceiver(
      connection->m_connection,
      [](void* self, const PGresult* notice) {
        const char* code = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
        if (code != nullptr && std::strncmp(code, "01", 2) == 0) static_cast<Connection*>(self)->m_hasWarned = true;
      },
      connection.get());
  OW_TRYV(checkIs(wants, *connection, until));
  return connection;
}

Result<std::unique_ptr<Connection>> Connection::open(const Address& address, Wants wants, std::chrono::milliseconds perHost,
                                                     const std::atomic<bool>* stop) {
  base::Error last = base::fail(ErrorKind::centreAway, {{"detail", "no_host"}});
  for (std::size_t i = 0; i < address.hosts.size(); ++i) {
    auto opened = openOne(address, i, wants, Clock::now() + perHost, stop);
    if (opened || opened.error().kind == ErrorKind::cancelled) return opened;
    // "No" of one host is a better answer than the silence of another.
    if (last.kind != ErrorKind::centreRefused) last = opened.error();
  }
  return last;
}

}  // namespace ow::centre
