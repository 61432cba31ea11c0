// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_codes.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/party.h"

// Looking for somebody beyond one's own hall, in the register of the centre.
namespace ow::domain {

enum class SearchBy { identifier, phone, name };

// Exactly one person or firm is meant: nothing is found by a part of what is asked.
struct CentralQuestion {
  SearchBy by = SearchBy::identifier;
  // An identifier in its normal forms (at most two), a phone as contact points hold it, or a name as it is written.
  std::vector<std::string> asked;
  std::optional<base::Date> birthDate;  // with a name, and only there
};

// As little of somebody as a clerk needs to know them by. Texts are masked by the centre.
struct Candidate {
  int n = 0;  // what adopt() names
  PartyKind kind = PartyKind::person;
  std::string name;        // 张**; the name of a firm is public
  std::string birthYear;   // or empty
  std::string numberType;  // code of an IdentifierType, or empty
  std::string number;      // 110***********1233
  std::vector<std::string> halls;
  std::optional<PartyId> party;  // in the desk's own hall already
};

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::SearchBy> = std::array<std::string_view, 3>{"identifier", "phone", "name"};
