// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/cutting_relay.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace ow::test {

namespace {

sockaddr_un nameOf(const std::filesystem::path& folder) {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  const std::string path = folder / ".s.PGSQL.5432";
  if (path.size() >= sizeof name.sun_path) throw std::runtime_error("too long for a socket: " + path);
  std::memcpy(name.sun_path, path.data(), path.size());
  return name;
}

int newSocket() {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) throw std::runtime_error("socket");
  return fd;
}

bool sendAll(int to, const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t sent = ::send(to, bytes, count, MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes += sent;
    count -= std::size_t(sent);
  }
  return true;
}

}  // namespace

CuttingRelay::CuttingRelay(std::filesystem::path target) : m_target(std::move(target)), m_listening(newSocket()) {
  const sockaddr_un name = nameOf(m_folder.path());
  if (::bind(m_listening, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0 || ::listen(m_listening, 8) != 0 ||
      ::pipe(m_ending) != 0)
    throw std::runtime_error("relay");
  m_thread = std::thread([this] { serve(); });
}

CuttingRelay::~CuttingRelay() {
  ::close(m_ending[1]);  // the other end hears of it
  m_thread.join();
  ::close(m_ending[0]);
  ::close(m_listening);
}

void CuttingRelay::after(std::int64_t bytes, Then then) {
  m_hasStopped = false;
  m_then = then;
  m_left = bytes;
}

void CuttingRelay::serve() {
  for (;;) {
    std::array<pollfd, 2> waiting{pollfd{m_ending[0], POLLIN, 0}, pollfd{m_listening, POLLIN, 0}};
    ::poll(waiting.data(), waiting.size(), -1);
    if (waiting[0].revents != 0) return;
    const int client = ::accept(m_listening, nullptr, nullptr);
    const int server = newSocket();
    const sockaddr_un name = nameOf(m_target);
    ++m_connections;
    if (client >= 0 && ::connect(server, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0)
      while (carryOn(client, server)) continue;
    ::close(client);
    ::close(server);
  }
}

// One portion, in whatever direction. False: the connection has ended, or the test.
bool CuttingRelay::carryOn(int client, int server) {
  const bool isSilent = m_hasStopped && m_then == Then::silence;
  std::array<pollfd, 3> waiting{pollfd{m_ending[0], POLLIN, 0}, pollfd{client, POLLIN, 0},
                                pollfd{isSilent ? -1 : server, POLLIN, 0}};
  ::poll(waiting.data(), waiting.size(), -1);
  if (waiting[0].revents != 0) return false;
  if (waiting[2].revents != 0) return answer(client, server);
  std::array<char, 4096> bytes;
  const ssize_t count = ::read(client, bytes.data(), bytes.size());
  return count > 0 && sendAll(server, bytes.data(), std::size_t(count));
}

bool CuttingRelay::answer(int client, int server) {
  std::array<char, 4096> bytes;
  const ssize_t count = ::read(server, bytes.data(), bytes.size());
  if (count <= 0) return false;
  if (m_hidesStanding) {
    const std::string_view said(bytes.data(), std::size_t(count));
    if (const auto place = said.find("in_hot_standby"); place != std::string_view::npos) bytes[place] = 'x';
  }
  const std::int64_t left = m_left;
  const std::int64_t carried = std::min<std::int64_t>(left, count);
  if (!sendAll(client, bytes.data(), std::size_t(carried))) return false;
  if (left == kAll) return true;
  m_left = left - carried;
  if (carried == count) return true;
  m_hasStopped = true;
  return m_then == Then::silence;
}

}  // namespace ow::test
