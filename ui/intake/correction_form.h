// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <optional>
#include <vector>

#include "desk/party_correction.h"
#include "intake/form_page.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ow::ui {

class Card;
class ChoiceRow;
class DuplicatePanel;

// Corrects what is on record of a party: the same fields as the form that registered it, filled in, with a line for each number
// and address and an empty one to add another. Beside it stands what will change, before anything is saved, and who it may be
// already. Somebody else's newer correction of another field is taken over, of the same field it is told.
class CorrectionForm : public FormPage {
  Q_OBJECT
 public:
  // A nil id: restore() says who it is.
  CorrectionForm(Bridge& bridge, Navigator& navigator, domain::PartyId id, QWidget* parent = nullptr);

  QString title() const override;

 signals:
  void loaded();

 protected:
  bool isUntouched() const override;
  QJsonObject typed() const override;
  void setTyped(const QJsonObject& typed) override;
  void submit() override;
  void showRegistered(domain::EntityId) override { navigator().openParty(m_id, desk::Purpose::correction); }

 private:
  // One line of the form for something of which there may be many.
  struct Line {
    QString key;  // of the typed text
    std::string id;
    int kind = 0;  // IdentifierType, ContactKind or AddressKind
    FieldRow* row = nullptr;
    QLineEdit* edit = nullptr;
  };

  void load();
  void receive(const base::Result<desk::PartyFacts>& facts);
  void build();
  void buildIdentity();
  void buildContacts();
  void buildRest();
  Line addLine(const QString& name, const std::string& id, int kind, const QString& label, const QString& coreField = {});
  QLineEdit* addText(const QString& key, const QString& label, const char* coreField, Need need);
  void onTyped();
  void fill(const QJsonObject& changed);
  QJsonObject recorded() const;
  int missingPaper() const;
  QJsonObject shown() const;

  void consider();
  void judge();
  void showChanges(const base::Result<std::vector<desk::CorrectedField>>& changes);
  void showReason();
  bool isNumberChanged() const;
  bool isComplete();
  std::optional<desk::Correction> correction();
  void onSaved(const base::Result<void>& answer);

  domain::PartyId m_id;
  std::optional<desk::PartyFacts> m_seen;
  QJsonObject m_restored;  // came before the facts did
  QJsonObject m_recorded;  // the form as the facts fill it
  QLineEdit *m_name = nullptr, *m_latinName = nullptr, *m_formerName = nullptr, *m_reason = nullptr, *m_birthDate = nullptr;
  QComboBox *m_newType = nullptr, *m_preferred = nullptr, *m_preferredChannel = nullptr, *m_language = nullptr;
  ChoiceRow* m_sex = nullptr;
  QPlainTextEdit* m_note = nullptr;
  FieldRow *m_reasonRow = nullptr, *m_birthDateRow = nullptr;
  std::vector<Line> m_identifiers, m_contacts, m_addresses;  // the last of each adds another one
  Card* m_changes;
  QLabel* m_changeLines;
  DuplicatePanel* m_duplicates;
  QTimer m_pause;
  int m_ticket = 0;
  bool m_needsReason = false;
  bool m_isFilling = false;
};

}  // namespace ow::ui
