// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "domain/ids.h"
#include "domain/limit.h"

namespace ow::domain {

// GB/T 39046-2020 A.6: 即办件, 承诺件, 其他.
enum class CaseType { instant, promised, other };

// A service item (政务服务事项) as far as the desk needs it: whose it is and how long it may take.
struct Service {
  ServiceId id;
  std::string code;  // 实施编码, or the code of the catalogue it came from; unique in a store
  std::string name;
  std::optional<std::string> nameEn;
  std::string department;
  CaseType caseType = CaseType::promised;
  std::optional<int> promisedAmount;  // 承诺办结时限
  std::optional<LimitUnit> promisedUnit;
  std::optional<int> statutoryAmount;  // 法定办结时限
  std::optional<LimitUnit> statutoryUnit;
  std::string jurisdiction;             // whose calendar counts
  std::optional<std::string> itemType;  // 事项类型, code table of GB/T 39046-2020
  bool isActive = true;

  std::optional<Limit> promised() const { return limitOf(promisedAmount, promisedUnit); }
  std::optional<Limit> statutory() const { return limitOf(statutoryAmount, statutoryUnit); }

 private:
  static std::optional<Limit> limitOf(std::optional<int> amount, std::optional<LimitUnit> unit) {
    if (!amount || !unit) return std::nullopt;
    return Limit{*amount, *unit};
  }
};

template <class V, class E>
void describeService(V&& v, E& e) {
  v("code", e.code);
  v("name", e.name);
  v("name_en", e.nameEn);
  v("department", e.department);
  v("case_type", e.caseType);
  v("promised_amount", e.promisedAmount);
  v("promised_unit", e.promisedUnit);
  v("statutory_amount", e.statutoryAmount);
  v("statutory_unit", e.statutoryUnit);
  v("jurisdiction", e.jurisdiction);
  v("item_type", e.itemType);
  v("is_active", e.isActive);
}

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::CaseType> = std::array<std::string_view, 3>{"instant", "promised", "other"};
