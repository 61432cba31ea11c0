// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pages.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <map>
#include <string>

#include "board/board_page.h"
#include "cases/case_page.h"
#include "inbox/inbox_page.h"
#include "intake/case_form.h"
#include "intake/contact_form.h"
#include "intake/correction_form.h"
#include "intake/party_form.h"
#include "profile/profile_page.h"
#include "register/central_search_page.h"
#include "reviews/reviews_page.h"
#include "scorecard/figure_page.h"
#include "scorecard/scorecard_page.h"
#include "settings/settings_page.h"
#include "shell/citizens_page.h"
#include "surveys/surveys_page.h"
#include "sync/sync_page.h"

namespace ow::ui {

namespace {
struct Forms {
  Q_DECLARE_TR_FUNCTIONS(Forms)
};

// Its drafts are about a round, or "<round> <place, answer or task>", which its page finds again by itself.
std::optional<Continuation> surveyOf(const std::string& form, const QString& subject) {
  static const std::map<std::string, int> views{{"survey_call", 1}, {"survey_slip", 2}, {"survey_code", 4}, {"survey_task", 5}};
  const auto view = views.find(form);
  if (view == views.end() && form != "survey_draw") return std::nullopt;
  QJsonObject state{{QStringLiteral("round"), subject.section(QLatin1Char(' '), 0, 0)}};
  if (view != views.end()) state.insert(QStringLiteral("view"), view->second);
  return Continuation{kind::kSurveys, state};
}
}  // namespace

Page* makePage(const QString& kind, const Subject& subject, Bridge& bridge, Navigator& navigator) {
  if (kind == kind::kInbox) return new InboxPage(bridge, navigator);
  if (kind == kind::kCitizens) return new CitizensPage(bridge, navigator, nullptr);
  if (kind == kind::kParty)
    return new ProfilePage(bridge, navigator, subject.party.value_or(domain::PartyId{}), subject.purpose);
  if (kind == kind::kCase)
    return subject.caseId ? new CasePage(bridge, navigator, *subject.caseId) : new CasePage(bridge, navigator);
  if (kind == kind::kNewCase) return new CaseForm(bridge, navigator, subject.party);
  if (kind == kind::kNewContact) return new ContactForm(bridge, navigator, subject.party, subject.caseId);
  if (kind == kind::kNewParty) return new PartyForm(bridge, navigator, subject.typed);
  if (kind == kind::kCorrection) return new CorrectionForm(bridge, navigator, subject.party.value_or(domain::PartyId{}));
  if (kind == kind::kCentralSearch) return new CentralSearchPage(bridge, navigator, subject.typed);
  if (kind == kind::kReviews) return new ReviewsPage(bridge, navigator);
  if (kind == kind::kSurveys) return new SurveysPage(bridge, navigator);
  if (kind == kind::kBoard) return new BoardPage(bridge, navigator);
  if (kind == kind::kScorecard) return new ScorecardPage(bridge, navigator);
  if (kind == kind::kFigure) return new FigurePage(bridge, navigator);
  if (kind == kind::kSync) return new SyncPage(bridge, navigator);
  if (kind == kind::kSettings) return new SettingsPage(bridge, navigator, nullptr);
  return nullptr;
}

std::optional<Continuation> continuationOf(const desk::Draft& draft) {
  const QString subject = QString::fromStdString(draft.subject);
  if (auto surveys = surveyOf(draft.form, subject)) return surveys;
  // A note or a step on its way belongs to its case, which finds it again by itself.
  if (draft.form == "note" || draft.form == "move") return Continuation{kind::kCase, {{QStringLiteral("id"), subject}}};
  if (draft.form == "review" || draft.form == "review_measure")
    return Continuation{kind::kReviews, {{QStringLiteral("review"), subject}}};
  QJsonObject state = QJsonDocument::fromJson(QByteArray::fromStdString(draft.body)).object();
  state.insert(QStringLiteral("draft"), QString::fromStdString(draft.id.text()));
  if (draft.form == "contact") return Continuation{kind::kNewContact, state};
  if (draft.form == "case") return Continuation{kind::kNewCase, state};
  if (draft.form == "party") return Continuation{kind::kNewParty, state};
  if (draft.form == "correction") return Continuation{kind::kCorrection, state};
  return std::nullopt;
}

QString nameOfForm(const std::string& form) {
  if (form == "contact") return Forms::tr("New contact");
  if (form == "case") return Forms::tr("New case");
  if (form == "party") return Forms::tr("New citizen or organisation");
  if (form == "correction") return Forms::tr("Correction of somebody's data");
  if (form == "note") return Forms::tr("Note on a case");
  if (form == "move") return Forms::tr("Step of a case");
  if (form == "review") return Forms::tr("Step in the review of a bad rating");
  if (form == "review_measure") return Forms::tr("What was put right after a bad rating");
  if (form == "survey_draw") return Forms::tr("New survey round");
  if (form == "survey_call") return Forms::tr("Call of a survey round");
  if (form == "survey_slip") return Forms::tr("Slip of a survey round");
  if (form == "survey_code") return Forms::tr("Problem that a survey round told of");
  if (form == "survey_task") return Forms::tr("What came of a task of a survey round");
  return {};
}

}  // namespace ow::ui
