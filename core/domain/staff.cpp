// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/staff.h"

#include "base/uuid.h"

namespace ow::domain {

bool isLogin(std::string_view text) {
  constexpr std::size_t kLongest = 32;
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@";
  if (text.empty() || text.size() > kLongest || std::string_view("._-@").find(text.front()) != std::string_view::npos)
    return false;
  return text.find_first_not_of(kLetters) == std::string_view::npos;
}

StaffId staffId(std::string_view login) {
  return {base::namedUuid("", "staff:" + std::string(login))};
}

}  // namespace ow::domain
