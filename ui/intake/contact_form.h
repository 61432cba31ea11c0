// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "desk/contacts.h"
#include "desk/profile.h"
#include "intake/form_page.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ow::ui {

class ChannelChoice;
class ChoiceRow;
class PartyPicker;

// A contact: who, over which channel, about what. Alt+1 ... Alt+9 choose the channel from wherever the focus is.
class ContactForm : public FormPage {
  Q_OBJECT
 public:
  ContactForm(Bridge& bridge, Navigator& navigator, std::optional<domain::PartyId> party, std::optional<domain::CaseId> caseId,
              QWidget* parent = nullptr);

  QString title() const override;

 protected:
  bool isUntouched() const override;
  QJsonObject typed() const override;
  void setTyped(const QJsonObject& typed) override;
  void submit() override;
  void showRegistered(domain::EntityId) override {}  // a contact has no page of its own

 private:
  void onParty();
  void loadParty(domain::PartyId id);
  void loadCase(domain::CaseId id);
  void listCases();
  void onRegistered(const base::Result<domain::InteractionId>& answer);

  PartyPicker* m_party;
  ChannelChoice* m_channel;
  ChoiceRow* m_direction;
  QComboBox* m_case;
  QLineEdit* m_subject;
  QPlainTextEdit* m_text;
  FieldRow *m_partyRow, *m_caseRow, *m_subjectRow, *m_textRow;
  std::optional<domain::PartyId> m_known;  // whose open cases are listed
  std::vector<desk::InboxRow> m_openCases;
  std::optional<domain::CaseId> m_wantedCase;  // the case that the form was opened for, or that was chosen before
  QString m_wantedLabel;
};

}  // namespace ow::ui
