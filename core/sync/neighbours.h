// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.h"
#include "base/uuid.h"
#include "sync/centre.h"

namespace ow::sync {

// Desks of one hall tell each other that the centre has something new: "scope, epoch, position", nothing else. A hint carries
// no data and is not trusted; all that it can do is make somebody ask the centre now instead of in two seconds.
struct Hint {
  base::Uuid site;
  Cursor reached;
};
// One datagram; nothing for what is no hint of this form.
std::string hintText(const Hint& hint);
std::optional<Hint> readHint(std::string_view text);

struct NeighbourhoodOptions {
  std::string group = "239.255.46.7";  // an address of the organisation-local multicast block (RFC 2365)
  std::uint16_t port = 46107;
  std::string interfaceAddress;  // of the hall's network; empty: the system's choice
};

// The hall's network segment, by UDP multicast with a reach of one hop. Where it cannot be had (no network, no right), desks
// poll: open() says why and nothing else is lost.
class Neighbourhood {
 public:
  // `heard` is called on a thread of this object for hints of the same site, at most fifty times a second.
  static base::Result<std::unique_ptr<Neighbourhood>> open(const base::Uuid& site, std::function<void(const Cursor&)> heard,
                                                           const NeighbourhoodOptions& options = {});
  ~Neighbourhood();
  Neighbourhood(const Neighbourhood&) = delete;
  Neighbourhood& operator=(const Neighbourhood&) = delete;

  // Any thread; never waits, and nobody hears whether it arrived.
  void tell(const std::vector<Cursor>& reached);

 private:
  Neighbourhood(base::Uuid site, std::function<void(const Cursor&)> heard) : m_site(site), m_heard(std::move(heard)) {}
  base::Result<void> join(const NeighbourhoodOptions& options);
  void hear();

  base::Uuid m_site;
  std::function<void(const Cursor&)> m_heard;
  NeighbourhoodOptions m_options;
  int m_socket = -1;
  int m_end[2] = {-1, -1};
  std::thread m_thread;
};

}  // namespace ow::sync
