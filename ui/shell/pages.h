// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <optional>

#include "desk/drafts.h"
#include "kit/page.h"

namespace ow::ui {

// Stable words of the pages: written into kept visits.
namespace kind {
inline const QString kInbox = QStringLiteral("inbox");
inline const QString kCitizens = QStringLiteral("citizens");
inline const QString kParty = QStringLiteral("party");
inline const QString kCase = QStringLiteral("case");
inline const QString kNewCase = QStringLiteral("case_form");
inline const QString kNewContact = QStringLiteral("contact");
inline const QString kNewParty = QStringLiteral("party_form");
inline const QString kCorrection = QStringLiteral("correction");
inline const QString kCentralSearch = QStringLiteral("central_search");
inline const QString kReviews = QStringLiteral("reviews");
inline const QString kSurveys = QStringLiteral("surveys");
inline const QString kBoard = QStringLiteral("board");
inline const QString kScorecard = QStringLiteral("scorecard");
inline const QString kFigure = QStringLiteral("figure");
inline const QString kSync = QStringLiteral("sync");
inline const QString kSettings = QStringLiteral("settings");
}  // namespace kind

// What a new page is about.
struct Subject {
  std::optional<domain::PartyId> party;
  std::optional<domain::CaseId> caseId;
  QString typed;
  desk::Purpose purpose = desk::Purpose::enquiry;  // of looking at the party
};

// The only place that knows every page's class. nullptr for a kind that this version does not have. A page that comes back is
// made about nothing; its restore() tells it.
Page* makePage(const QString& kind, const Subject& subject, Bridge& bridge, Navigator& navigator);

// Where an unfinished form that no visit holds goes on.
struct Continuation {
  QString kind;
  QJsonObject state;
};
std::optional<Continuation> continuationOf(const desk::Draft& draft);
// "New contact", "Note on a case": what the form of a draft is called; empty for forms that are no page.
QString nameOfForm(const std::string& form);

}  // namespace ow::ui
