// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/neighbours.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>

namespace ow::sync {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::string_view kBegin = "OW1 ";
constexpr std::size_t kLongest = 128;
constexpr std::chrono::milliseconds kBetween{20};

base::Error noNetwork(const char* operation) {
  return base::fail(ErrorKind::ioFailure, {{"operation", operation}, {"errno", std::to_string(errno)}});
}

// The number at the front of `text`, taken off with the blank behind it.
template <class Number>
bool take(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return false;
  text.remove_prefix(std::size_t(end - text.data()));
  if (!text.empty() && text.front() != ' ') return false;
  if (!text.empty()) text.remove_prefix(1);
  return true;
}

}  // namespace

std::string hintText(const Hint& hint) {
  return std::string(kBegin) + hint.site.text() + " " + std::to_string(hint.reached.scope.n) + " " +
         std::to_string(hint.reached.epoch) + " " + std::to_string(hint.reached.pos);
}

std::optional<Hint> readHint(std::string_view text) {
  constexpr std::size_t kUuid = 36;
  if (text.size() > kLongest || !text.starts_with(kBegin) || text.size() < kBegin.size() + kUuid + 1) return std::nullopt;
  text.remove_prefix(kBegin.size());
  const auto site = base::Uuid::parse(text.substr(0, kUuid));
  if (!site || text[kUuid] != ' ') return std::nullopt;
  text.remove_prefix(kUuid + 1);
  Hint hint;
  hint.site = *site;
  if (!take(text, hint.reached.scope.n) || !take(text, hint.reached.epoch) || !take(text, hint.reached.pos) || !text.empty())
    return std::nullopt;
  return hint;
}

Result<std::unique_ptr<Neighbourhood>> Neighbourhood::open(const base::Uuid& site, std::function<void(const Cursor&)> heard,
                                                           const NeighbourhoodOptions& options) {
  std::unique_ptr<Neighbourhood> neighbourhood(new Neighbourhood(site, std::move(heard)));
  OW_TRYV(neighbourhood->join(options));
  neighbourhood->m_thread = std::thread([self = neighbourhood.get()] { self->hear(); });
  return neighbourhood;
}

Result<void> Neighbourhood::join(const NeighbourhoodOptions& options) {
  m_options = options;
  if (::pipe2(m_end, O_CLOEXEC) != 0) return noNetwork("pipe");
  m_socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (m_socket < 0) return noNetwork("socket");
  const int yes = 1;
  ::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);  // several desks of one machine
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(options.port);
  if (::inet_pton(AF_INET, options.group.c_str(), &here.sin_addr) != 1)
    return base::fail(ErrorKind::invalidInput, {{"field", "group"}});
  if (::bind(m_socket, reinterpret_cast<const sockaddr*>(&here), sizeof here) != 0) return noNetwork("bind");
  ip_mreq membership{};
  membership.imr_multiaddr = here.sin_addr;
  membership.imr_interface.s_addr = htonl(INADDR_ANY);
  if (!options.interfaceAddress.empty() &&
      ::inet_pton(AF_INET, options.interfaceAddress.c_str(), &membership.imr_interface) != 1)
    return base::fail(ErrorKind::invalidInput, {{"field", "interface"}});
  if (::setsockopt(m_socket, IPPROTO_IP, IP_ADD_MEMBERSHIP, &membership, sizeof membership) != 0) return noNetwork("multicast");
  if (!options.interfaceAddress.empty())
    ::setsockopt(m_socket, IPPROTO_IP, IP_MULTICAST_IF, &membership.imr_interface, sizeof membership.imr_interface);
  return base::success();
}

Neighbourhood::~Neighbourhood() {
  if (m_thread.joinable()) {
    (void)!::write(m_end[1], "", 1);
    m_thread.join();
  }
  for (const int file : {m_socket, m_end[0], m_end[1]})
    if (file >= 0) ::close(file);
}

void Neighbourhood::tell(const std::vector<Cursor>& reached) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(m_options.port);
  ::inet_pton(AF_INET, m_options.group.c_str(), &to.sin_addr);
  for (const Cursor& cursor : reached) {
    const std::string text = hintText({m_site, cursor});
    (void)::sendto(m_socket, text.data(), text.size(), 0, reinterpret_cast<const sockaddr*>(&to), sizeof to);
  }
}

void Neighbourhood::hear() {
  std::array<char, kLongest + 1> buffer{};
  auto last = std::chrono::steady_clock::time_point{};
  for (;;) {
    std::array<pollfd, 2> waiting{pollfd{m_socket, POLLIN, 0}, pollfd{m_end[0], POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    if (waiting[1].revents != 0) return;
    const ssize_t length = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (length <= 0) continue;
    const auto hint = readHint({buffer.data(), std::size_t(length)});
    if (!hint || hint->site != m_site) continue;
    // Whoever floods the segment must not make this desk flood the centre.
    const auto now = std::chrono::steady_clock::now();
    if (now - last < kBetween) std::this_thread::sleep_for(kBetween - (now - last));
    last = std::chrono::steady_clock::now();
    m_heard(hint->reached);
  }
}

}  // namespace ow::sync
