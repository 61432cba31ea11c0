// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/official_document.h"

namespace ow::domain {

namespace {

using enum OfficialDocumentType;

// 机关代字 ends with what the paper is: 许 (licences) and one or two characters more. ow.document_type at the centre holds the
// same.
constexpr std::array<std::string_view, 7> kTypeWords{"许受", "许补", "许不受", "许特", "许延", "许准", "许不准"};

constexpr std::array kReceived{correctionNotice};
constexpr std::array kUnderWay{acceptanceNotice, procedureNotice, extensionNotice};
constexpr std::array kGranted{approval, acceptanceNotice};
constexpr std::array kDenied{denial, acceptanceNotice};
constexpr std::array kSettled{acceptanceNotice};
constexpr std::array kReturned{refusalDecision};

}  // namespace

std::string DocumentNumber::text() const {
  return authority + std::string(kTypeWords[std::size_t(type)]) + "〔" + std::to_string(year) + "〕" + std::to_string(serial) +
         "号";
}

std::span<const OfficialDocumentType> documentsFor(CaseState state, std::optional<Outcome> outcome) {
  switch (state) {
    case CaseState::received:
      return kReceived;
    case CaseState::accepted:
    case CaseState::inReview:
      return kUnderWay;
    case CaseState::decided:
    case CaseState::closed:
      if (outcome == Outcome::granted) return kGranted;
      if (outcome == Outcome::denied) return kDenied;
      return kSettled;
    case CaseState::returned:
      return kReturned;
    case CaseState::withdrawn:
      return {};
  }
  return {};
}

}  // namespace ow::domain
