// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "desk/parties.h"
#include "intake/form_page.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ow::ui {

class ChoiceRow;
class DuplicatePanel;
struct FieldVerdict;

// A new person or organisation. Numbers and phones are checked as they are typed; one that fails its check is kept with a
// reason. Who it may be already stands beside the form while it is filled in.
class PartyForm : public FormPage {
  Q_OBJECT
 public:
  // `typed`: what stood in the search box that found nobody; it goes where it seems to belong.
  PartyForm(Bridge& bridge, Navigator& navigator, const QString& typed, QWidget* parent = nullptr);

  QString title() const override;

 protected:
  bool isUntouched() const override;
  QJsonObject typed() const override;
  void setTyped(const QJsonObject& typed) override;
  void submit() override;
  void showRegistered(domain::EntityId id) override { navigator().openParty({id.uuid}, desk::Purpose::enquiry); }

 private:
  void buildIdentity();
  void buildContact();
  void buildRest();
  void connectAll();
  void place(const QString& typed);
  domain::PartyKind partyKind() const;
  domain::IdentifierType identifierType() const;
  void onKind();
  void check();
  void onIdentifierChecked(const domain::IdentifierCheck& check);
  void showVerdict(FieldRow* row, const FieldVerdict& verdict);
  void showReason();
  void considerDuplicates();
  void onRegistered(const base::Result<domain::PartyId>& answer);

  ChoiceRow *m_kind, *m_sex;
  QLineEdit *m_name, *m_identifier, *m_reason, *m_phone, *m_email, *m_address, *m_birthDate;
  QComboBox *m_identifierType, *m_preferredChannel, *m_language;
  QPlainTextEdit* m_note;
  FieldRow *m_nameRow, *m_identifierRow, *m_reasonRow, *m_phoneRow, *m_emailRow, *m_addressRow, *m_birthDateRow, *m_sexRow,
      *m_noteRow;
  DuplicatePanel* m_duplicates;
  QTimer m_pause;
  int m_ticket = 0;
  bool m_identifierNeedsReason = false;
  bool m_phoneNeedsReason = false;
  QString m_birthDateFromNumber;  // filled in by us, so a corrected number may change it
};

}  // namespace ow::ui
