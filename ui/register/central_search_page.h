// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "desk/central_search.h"
#include "kit/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ow::ui {

class CandidateRow;
class Card;
class ChoiceRow;
class FieldRow;

// Somebody whom this hall does not know, looked for in the register of all halls: what is asked, for what purpose, whom the
// centre found. Nothing here waits for the line but this page's own lane. F9 asks; 1-9 take one of those found.
class CentralSearchPage : public Page {
  Q_OBJECT
 public:
  CentralSearchPage(Bridge& bridge, Navigator& navigator, const QString& typed, QWidget* parent = nullptr);

  // A new question; what was found before goes.
  void beginWith(const QString& typed);

  QString title() const override { return tr("Ask the centre"); }
  QString kind() const override;
  QJsonObject state() const override;
  void restore(const QJsonObject& state) override;
  void takeFocus() override;
  bool accept() override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Tone { quiet, warning, failed };
  void build();
  QWidget* buildQuestion();
  void onBy();
  void ask();
  std::optional<desk::CentralSearch> question();
  void receive(base::Result<desk::CentralFinding> found);
  void show(const std::vector<domain::Candidate>& candidates);
  void clearFound();
  void choose(const domain::Candidate& candidate);
  void taken(base::Result<domain::PartyId> party);
  void openWhenHere();
  void say(const QString& sentence, Tone tone);
  void sayError(const base::Error& error);
  void setBusy(bool isBusy);
  domain::SearchBy by() const;

  ChoiceRow* m_by;
  ChoiceRow* m_purpose;
  QLineEdit* m_typed;
  QLineEdit* m_birthDate;
  FieldRow* m_typedRow = nullptr;
  FieldRow* m_birthDateRow = nullptr;
  FieldRow* m_purposeRow = nullptr;
  QPushButton* m_ask;
  QLabel* m_message;
  Card* m_found;
  QVBoxLayout* m_rows;
  std::vector<CandidateRow*> m_candidates;
  base::Uuid m_grant;
  desk::Purpose m_askedFor = desk::Purpose::enquiry;
  std::optional<domain::PartyId> m_awaited;  // taken in; the page opens when the rows are here
  bool m_isBusy = false;
};

}  // namespace ow::ui
