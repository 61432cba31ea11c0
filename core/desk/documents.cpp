// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/documents.h"

#include <algorithm>

#include "desk/case_change.h"
#include "desk/centre_account.h"
#include "desk/inside.h"
#include "desk/numbering.h"
#include "store/document_queries.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::OfficialDocument;

namespace {

NumberState stateOf(const store::DocumentLine& line) {
  if (line.outbox == store::OperationState::refused) return NumberState::refused;
  if (!line.document.number) return NumberState::provisional;
  // Told in a history that is gone: it may be another one in the end.
  if (line.outbox == store::OperationState::waiting) return NumberState::provisional;
  return line.outbox == store::OperationState::sent ? NumberState::given : NumberState::final;
}

DocumentItem itemOf(const store::DocumentLine& line) {
  const OfficialDocument& document = line.document;
  DocumentItem item;
  item.id = document.id;
  item.type = document.type;
  item.provisional = document.provisional;
  item.number = document.number.value_or(document.provisional);
  item.formerNumber = document.formerNumber.value_or("");
  item.state = stateOf(line);
  item.issuedBy = line.issuedBy;
  item.issuedAt = document.issuedAt;
  return item;
}

bool isOffered(const domain::Case& c, domain::OfficialDocumentType type) {
  const auto offered = domain::documentsFor(c.state, c.outcome);
  return std::find(offered.begin(), offered.end(), type) != offered.end();
}

}  // namespace

Result<CaseDocuments> documentsOf(Desk& desk, domain::CaseId id) {
  Desk::Inside& in = desk.inside();
  CaseDocuments all;
  OW_TRY(const auto account, centreAccount(*in.store));
  all.hasCentre = account.has_value();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto c, store::loadEntity<domain::Case>(reader.connection(), id));
  OW_TRY(const auto lines, store::documentsOf(reader.connection(), id, kMostDocuments));
  for (const store::DocumentLine& line : lines) all.items.push_back(itemOf(line));
  const auto offered = domain::documentsFor(c.state, c.outcome);
  all.offered.assign(offered.begin(), offered.end());
  return all;
}

Result<DocumentItem> issueDocument(Desk& desk, const Issue& issue) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto c, store::loadEntity<domain::Case>(write.connection(), issue.caseId));
  if (c.state != issue.expected)
    return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(c.state))}});
  if (!isOffered(c, issue.type)) return base::fail(ErrorKind::notAllowed, {{"rule", "document"}});
  OW_TRY(const auto number, takeNumber(in, write));
  const OfficialDocument document{in.ids.make<domain::OfficialDocumentId>(),
                                  c.id,
                                  issue.type,
                                  std::string(domain::kProvisionalMark) + number,
                                  {},
                                  {},
                                  in.clerk.id,
                                  in.now()};
  CaseChange work(in.writer("case_work"), in.clerk.id, c);
  work.writer().create(document);
  work.event(domain::CaseEventKind::documentIssued, document.provisional);
  OW_TRYV(write.apply(work.take()));
  OW_TRYV(write.commit());
  return itemOf({document, in.clerk.name, store::OperationState::waiting});
}

}  // namespace ow::desk
