// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/enum_codes.h"
#include "base/time.h"
#include "domain/case_lifecycle.h"
#include "domain/ids.h"

namespace ow::domain {

// The written documents that the law asks for (domain reference §1.5; 行政许可法 art. 32, 38, 42, 45).
enum class OfficialDocumentType {
  acceptanceNotice,  // 受理通知书
  correctionNotice,  // 补正告知书
  refusalDecision,   // 不予受理决定书
  procedureNotice,   // 特别程序告知书
  extensionNotice,   // 延期告知书
  approval,          // 准予许可决定书
  denial,            // 不予许可决定书
};

// A document (文书) of a case that was given a number. The number proper (文号, GB/T 9704: 机关代字〔年份〕n号) runs without
// gaps per authority, year and type, so only the centre can give it; until it has, the paper carries a provisional one, which
// no other desk can make. Append-only: a paper that was handed out is not changed.
struct OfficialDocument {
  OfficialDocumentId id;
  CaseId caseId;
  OfficialDocumentType type = OfficialDocumentType::acceptanceNotice;
  std::string provisional;                  // by the desk: kProvisionalMark and a number of the desk's own series
  std::optional<std::string> number;        // by the centre alone
  std::optional<std::string> formerNumber;  // that a restored centre had given before, and had to give another one for
  std::optional<StaffId> issuedBy;
  base::Instant issuedAt;
};

template <class V, class E>
void describeOfficialDocument(V&& v, E& e) {
  v("case_id", e.caseId);
  v("type", e.type);
  v("provisional", e.provisional);
  v("number", e.number);
  v("former_number", e.formerNumber);
  v("issued_by", e.issuedBy);
  v("issued_at", e.issuedAt);
}

inline constexpr std::string_view kProvisionalMark = "临";

// One number of a series. Its year is the centre's, not the desk's.
struct DocumentNumber {
  std::string authority;  // 机关代字 without what says the type: "津西政服"
  OfficialDocumentType type = OfficialDocumentType::acceptanceNotice;
  int year = 0;
  std::int64_t serial = 0;  // from 1

  std::string text() const;  // 津西政服许受〔2026〕128号
};

// What can be issued for a case that stands there, in the order in which a screen offers it.
std::span<const OfficialDocumentType> documentsFor(CaseState state, std::optional<Outcome> outcome);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::OfficialDocumentType> = std::array<std::string_view, 7>{
    "acceptance_notice", "correction_notice", "refusal_decision", "procedure_notice", "extension_notice", "approval", "denial"};
