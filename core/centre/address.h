// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace ow::centre {

// Where the centre is: libpq's parameters once per host, in the order given. TLS with a checked name (sslmode=verify-full) is
// the only way over a network; a UNIX socket (a host that begins with a slash) needs none.
struct Address {
  using Parameters = std::vector<std::pair<std::string, std::string>>;
  std::vector<Parameters> hosts;
  // What was told by now may be read from a standby: target_session_attrs=prefer-standby. Any other value of it says nothing
  // here, for writing goes to the primary always.
  bool readsFromStandby = false;

  // Reads libpq's keyword form or a postgresql:// address with one or several hosts. invalidInput: field=dsn and
  // rule=unreadable, no_host, or tls (any sslmode but verify-full was asked for). sslmode is set where it was left out, and so
  // are keepalives and tcp_user_timeout. `password` must not stand in it (rule=password): it would end in scripts and process
  // lists.
  static base::Result<Address> parse(std::string_view dsn);
  // The same as somebody else.
  Address as(const std::string& user, const std::string& password) const;
  // For errors and logs: "host:port" of the n-th host.
  std::string name(std::size_t n) const;
};

// The value, or empty.
std::string valueOf(const Address::Parameters& parameters, std::string_view keyword);

}  // namespace ow::centre
