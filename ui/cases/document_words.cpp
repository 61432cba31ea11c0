// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/document_words.h"

#include <QCoreApplication>

namespace ow::ui::words {

namespace {

struct DocumentWords {
  Q_DECLARE_TR_FUNCTIONS(DocumentWords)
};

}  // namespace

QString of(domain::OfficialDocumentType type) {
  using enum domain::OfficialDocumentType;
  switch (type) {
    case acceptanceNotice:
      return DocumentWords::tr("Notice of acceptance");
    case correctionNotice:
      return DocumentWords::tr("Notice of corrections needed");
    case refusalDecision:
      return DocumentWords::tr("Decision not to accept");
    case procedureNotice:
      return DocumentWords::tr("Notice of special procedure");
    case extensionNotice:
      return DocumentWords::tr("Notice of extension");
    case approval:
      return DocumentWords::tr("Decision granting the licence");
    case denial:
      return DocumentWords::tr("Decision denying the licence");
  }
  return {};
}

}  // namespace ow::ui::words
