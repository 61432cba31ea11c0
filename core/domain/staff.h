// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/enum_codes.h"
#include "domain/ids.h"

namespace ow::domain {

enum class Role { clerk, supervisor };

struct Staff {
  StaffId id;
  std::string login;
  std::string name;
  Role role = Role::clerk;
  bool isActive = true;
};

// 1 to 32 of A-Z a-z 0-9 . _ - @, beginning with a letter or digit.
bool isLogin(std::string_view text);
// The id of whoever has this login, at every desk and at the centre.
StaffId staffId(std::string_view login);

template <class V, class E>
void describeStaff(V&& v, E& e) {
  v("login", e.login);
  v("name", e.name);
  v("role", e.role);
  v("is_active", e.isActive);
}

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::Role> = std::array<std::string_view, 2>{"clerk", "supervisor"};
