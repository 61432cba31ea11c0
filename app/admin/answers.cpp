// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstdio>

#include "command.h"
#include "desk/opening.h"
#include "option_values.h"

namespace ow::admin {

using base::ErrorKind;
using base::Result;

Result<std::unique_ptr<store::Store>> openStore(const Invocation& invocation, store::Access access) {
  std::error_code code;
  if (!std::filesystem::exists(invocation.store, code)) return base::fail(ErrorKind::storeMissing);
  OW_TRY(const auto secret, readKeyFile(invocation.keyFile));
  return desk::openWithKeyFile(invocation.store, secret, {access, store::Durability::full, nullptr});
}

Result<std::unique_ptr<desk::Desk>> openDesk(const Invocation& invocation, store::Access access) {
  OW_TRY(auto store, openStore(invocation, access));
  return desk::administratorDesk(std::move(store), invocation.ports);
}

Result<std::unique_ptr<desk::Desk>> deskAs(const Invocation& invocation, const boost::program_options::variables_map& values) {
  const std::string login = option(values, "as");
  if (login.empty()) return base::fail(base::ErrorKind::invalidInput, {{"field", "as"}, {"rule", "required"}});
  OW_TRY(auto store, openStore(invocation, store::Access::readWrite));
  return desk::deskOver(std::move(store), domain::staffId(login), invocation.ports);
}

ProgressLine::ProgressLine(std::string what)
    : m_what(std::move(what)),
      m_isTerminal(::isatty(STDERR_FILENO) != 0),
      m_start(std::chrono::steady_clock::now()),
      m_last(m_start) {}

ProgressLine::~ProgressLine() {
  if (m_hasShown && m_isTerminal) std::fputs("\n", stderr);
}

void ProgressLine::show(double fraction, const std::string& detail) {
  using namespace std::chrono;
  const auto now = steady_clock::now();
  // A terminal sees every fifth of a second, a log every ten seconds.
  if (fraction < 1.0 && now - m_last < (m_isTerminal ? milliseconds(200) : milliseconds(10000))) return;
  m_last = now;
  m_hasShown = true;
  const double elapsed = duration<double>(now - m_start).count();
  char left[48] = "";
  if (fraction > 0.02 && fraction < 1.0) std::snprintf(left, sizeof left, ", %.0f s left", elapsed * (1 - fraction) / fraction);
  std::fprintf(stderr, "%s%s: %3.0f %%%s%s%s%s", m_isTerminal ? "\r\033[K" : "", m_what.c_str(), fraction * 100,
               detail.empty() ? "" : ", ", detail.c_str(), left, m_isTerminal ? "" : "\n");
  std::fflush(stderr);
}

}  // namespace ow::admin
