// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "desk/cases.h"
#include "intake/form_page.h"

class QLineEdit;
class QPlainTextEdit;

namespace ow::ui {

class Card;
class ChannelChoice;
class ChoiceRow;
class PartyPicker;
class ServicePicker;

// A new case: who applies, for which service, about what. It ends with a summary in large type that the citizen can read with
// the clerk before the case is opened.
class CaseForm : public FormPage {
  Q_OBJECT
 public:
  CaseForm(Bridge& bridge, Navigator& navigator, std::optional<domain::PartyId> party, QWidget* parent = nullptr);

  QString title() const override;

 protected:
  bool isUntouched() const override;
  QJsonObject typed() const override;
  void setTyped(const QJsonObject& typed) override;
  void submit() override;
  void showRegistered(domain::EntityId id) override { navigator().openCase({id.uuid}); }

 private:
  void buildFields();
  void buildSummary();
  void loadParty(PartyPicker* into, FieldRow* row, domain::PartyId id);
  void loadService(const QString& id, const QString& name);
  void showService();
  void showSummary();
  bool isPersonSettled(PartyPicker* picker, FieldRow* row);
  void onOpened(const base::Result<desk::OpenedCase>& answer);

  PartyPicker *m_applicant, *m_agent;
  ServicePicker* m_service;
  QLineEdit *m_title, *m_place;
  QPlainTextEdit* m_description;
  ChannelChoice* m_channel;
  ChoiceRow* m_priority;
  FieldRow *m_applicantRow, *m_agentRow, *m_serviceRow, *m_titleRow, *m_descriptionRow, *m_placeRow;
  Card* m_summary;
  QVBoxLayout* m_lines;
};

}  // namespace ow::ui
