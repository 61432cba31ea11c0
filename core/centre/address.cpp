// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/address.h"

#include <algorithm>
#include <memory>

#include <libpq-fe.h>

namespace ow::centre {

using base::ErrorKind;
using base::Result;

namespace {

base::Error bad(const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", "dsn"}, {"rule", rule}});
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (;;) {
    const std::size_t comma = list.find(',', from);
    parts.push_back(list.substr(from, comma == std::string::npos ? comma : comma - from));
    if (comma == std::string::npos) return parts;
    from = comma + 1;
  }
}

void set(Address::Parameters& parameters, const std::string& keyword, const std::string& value) {
  const auto known = std::find_if(parameters.begin(), parameters.end(), [&](const auto& p) { return p.first == keyword; });
  if (known == parameters.end())
    parameters.emplace_back(keyword, value);
  else
    known->second = value;
}

void setDefault(Address::Parameters& parameters, const std::string& keyword, const std::string& value) {
  if (valueOf(parameters, keyword).empty()) set(parameters, keyword, value);
}

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

}  // namespace

std::string valueOf(const Address::Parameters& parameters, std::string_view keyword) {
  for (const auto& [name, value] : parameters)
    if (name == keyword) return value;
  return {};
}

Result<Address> Address::parse(std::string_view dsn) {
  char* complaint = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(std::string(dsn).c_str(), &complaint));
  PQfreemem(complaint);
  if (options == nullptr) return bad("unreadable");
  Parameters common;
  for (const PQconninfoOption* o = options.get(); o->keyword != nullptr; ++o)
    if (o->val != nullptr) common.emplace_back(o->keyword, o->val);
  if (!valueOf(common, "password").empty()) return bad("password");
  const auto hosts = split(valueOf(common, "host"));
  const auto ports = split(valueOf(common, "port"));
  if (ports.size() != 1 && ports.size() != hosts.size()) return bad("unreadable");

  // Which host may write is asked after connecting: libpq gives up at a host that accepts and then closes.
  Address address;
  address.readsFromStandby = valueOf(common, "target_session_attrs") == "prefer-standby";
  std::erase_if(common, [](const auto& p) { return p.first == "target_session_attrs" || p.first == "hostaddr"; });
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    if (hosts[i].empty()) return bad("no_host");
    Parameters one = common;
    set(one, "host", hosts[i]);
    set(one, "port", ports.size() == 1 ? (ports[0].empty() ? "5432" : ports[0]) : ports[i]);
    setDefault(one, "dbname", "onewindow");
    setDefault(one, "application_name", "onewindow");
    set(one, "client_encoding", "UTF8");
    if (hosts[i].front() != '/') {
      setDefault(one, "sslmode", "verify-full");
      if (valueOf(one, "sslmode") != "verify-full") return bad("tls");
      setDefault(one, "tcp_user_timeout", "8000");
      setDefault(one, "keepalives_idle", "10");
      setDefault(one, "keepalives_interval", "5");
      setDefault(one, "keepalives_count", "3");
    }
    address.hosts.push_back(std::move(one));
  }
  return address;
}

Address Address::as(const std::string& user, const std::string& password) const {
  Address other = *this;
  for (Parameters& host : other.hosts) {
    set(host, "user", user);
    set(host, "password", password);
    std::erase_if(host, [](const auto& p) { return p.first == "passfile"; });
  }
  return other;
}

std::string Address::name(std::size_t n) const {
  return valueOf(hosts.at(n), "host") + ":" + valueOf(hosts.at(n), "port");
}

}  // namespace ow::centre
