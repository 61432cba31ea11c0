// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/background.h"
#include "kit/page.h"
#include "shell/preferences.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace ow::ui {

class FieldRow;
class PassphraseField;

// How this clerk likes the program. What is chosen is kept at once and takes effect at once.
class SettingsPage : public Page {
  Q_OBJECT
 public:
  SettingsPage(Bridge& bridge, Navigator& navigator, QWidget* parent);

  QString title() const override { return tr("Settings"); }
  QString kind() const override;
  QJsonObject state() const override { return {}; }
  void restore(const QJsonObject&) override {}
  bool hasUnfinishedText() const override { return false; }  // a passphrase is never kept for later
  void takeFocus() override;
  bool accept() override;  // changes the passphrase when one is typed

  void show(const Preferences& preferences);

 signals:
  // After the store has it.
  void preferencesChanged(ow::ui::Preferences preferences);

 private:
  QWidget* makeLooks();
  QWidget* makeLock();
  QWidget* makePad();
  void showPad();
  QWidget* makeKiosk();
  void keepKiosk(bool isOne);
  void showKiosk(const base::Result<bool>& isOne);
  QWidget* makePassphrase();
  QComboBox* choice(const QString& objectName);
  Preferences chosen() const;
  void keep();
  void changePassphrase();
  void receive(const base::Result<void>& done);
  void updateActions();

  QComboBox *m_language, *m_theme, *m_scale;
  QComboBox* m_pad = nullptr;  // where this window has a citizen's screen
  QCheckBox* m_kiosk = nullptr;
  QSpinBox* m_lock;
  PassphraseField *m_before, *m_after, *m_again;
  FieldRow *m_beforeRow, *m_afterRow, *m_againRow;
  QPushButton* m_change;
  bool m_isShowing = false;
  bool m_isChanging = false;
  Background m_background;  // a change at the centre may take as long as the line likes; last: its answers use what is above
};

}  // namespace ow::ui
