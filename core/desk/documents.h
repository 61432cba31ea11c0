// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/official_document.h"

// The written documents of a case and their numbers (文书, 文号).
namespace ow::desk {

enum class NumberState {
  provisional,  // the centre has not given it one yet; the paper carries the provisional one
  given,        // the centre gave it; not yet known to outlive the loss of one machine
  final,
  refused,  // the centre did not take the document
};

struct DocumentItem {
  domain::OfficialDocumentId id;
  domain::OfficialDocumentType type = domain::OfficialDocumentType::acceptanceNotice;
  std::string number;  // the one to read out now: the centre's, or the provisional one
  std::string provisional;
  std::string formerNumber;  // given before by a centre that was restored since; empty nearly always
  NumberState state = NumberState::provisional;
  std::string issuedBy;  // a name; empty for somebody unknown
  base::Instant issuedAt;
};
struct CaseDocuments {
  std::vector<DocumentItem> items;                    // newest first, at most kMostDocuments
  std::vector<domain::OfficialDocumentType> offered;  // what can be issued as the case stands now
  bool hasCentre = false;                             // without one every number stays provisional
};
inline constexpr std::size_t kMostDocuments = 500;
base::Result<CaseDocuments> documentsOf(Desk& desk, domain::CaseId id);

// Gives the case a document with a provisional number; the centre's own follows with the next sync. `expected` is the state
// that the clerk saw: conflict (fact state) when the case has moved meanwhile. notAllowed (rule=document) when that document
// does not belong to a case that stands there.
struct Issue {
  domain::CaseId caseId;
  domain::OfficialDocumentType type = domain::OfficialDocumentType::acceptanceNotice;
  domain::CaseState expected = domain::CaseState::received;
};
base::Result<DocumentItem> issueDocument(Desk& desk, const Issue& issue);

}  // namespace ow::desk
