// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_page.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

#include "desk/kiosk.h"
#include "desk/unlock.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/column_page.h"
#include "kit/field_row.h"
#include "kit/passphrase_field.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "pad/pad.h"
#include "shell/pages.h"

namespace ow::ui {

namespace {
constexpr int kColumnWidth = 560;
constexpr int kFieldWidth = 280;

void select(QComboBox* box, int value) {
  box->setCurrentIndex(std::max(0, box->findData(value)));
}
}  // namespace

SettingsPage::SettingsPage(Bridge& bridge, Navigator& navigator, QWidget* parent) : Page(bridge, navigator, parent) {
  auto* column = makeColumn(this, kColumnWidth);
  column->addWidget(makeLooks());
  column->addWidget(makeLock());
  if (navigator.pad() != nullptr) column->addWidget(makePad());
  column->addWidget(makeKiosk());
  column->addWidget(makePassphrase());
  column->addStretch();
  enterGoesOn(column->parentWidget());
  updateActions();
}

QString SettingsPage::kind() const {
  return kind::kSettings;
}

QComboBox* SettingsPage::choice(const QString& objectName) {
  auto* box = new QComboBox(this);
  box->setObjectName(objectName);
  box->setMaximumWidth(scaled(kFieldWidth));
  connect(box, &QComboBox::activated, this, &SettingsPage::keep);
  return box;
}

QWidget* SettingsPage::makeLooks() {
  auto* card = new Card(tr("Language and appearance"), this);
  m_language = choice(QStringLiteral("settingsLanguage"));
  m_language->addItem(tr("As this computer"), static_cast<int>(Language::system));
  m_language->addItem(QStringLiteral("简体中文"), static_cast<int>(Language::simplifiedChinese));
  m_language->addItem(QStringLiteral("English"), static_cast<int>(Language::english));
  m_scale = choice(QStringLiteral("settingsScale"));
  for (int percent = 100; percent <= 200; percent += 25) m_scale->addItem(tr("%1 %", "size").arg(percent), percent);
  m_theme = choice(QStringLiteral("settingsTheme"));
  m_theme->addItem(tr("Light"), static_cast<int>(ThemeKind::light));
  m_theme->addItem(tr("Dark"), static_cast<int>(ThemeKind::dark));
  m_theme->addItem(tr("High contrast"), static_cast<int>(ThemeKind::highContrast));
  card->body()->addWidget(new FieldRow(tr("&Language"), m_language, card, FieldRow::Line::whenNeeded));
  card->body()->addWidget(new FieldRow(tr("Si&ze"), m_scale, card, FieldRow::Line::whenNeeded));
  card->body()->addWidget(new FieldRow(tr("&Colours"), m_theme, card, FieldRow::Line::whenNeeded));
  return card;
}

QWidget* SettingsPage::makeLock() {
  auto* card = new Card(tr("Lock"), this);
  m_lock = new QSpinBox(card);
  m_lock->setObjectName(QStringLiteral("settingsLockMinutes"));
  m_lock->setRange(1, 60);
  m_lock->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_lock->setMaximumWidth(scaled(kFieldWidth));
  auto* row =
      new FieldRow(tr("Lock after so many &minutes without a key or the mouse"), m_lock, card, FieldRow::Line::whenNeeded);
  row->say(tr("Locking hides everything and closes nothing."));
  card->body()->addWidget(row);
  connect(m_lock, &QSpinBox::editingFinished, this, &SettingsPage::keep);
  return card;
}

QWidget* SettingsPage::makePad() {
  auto* card = new Card(tr("Citizen's screen"), this);
  m_pad = new QComboBox(card);
  m_pad->setObjectName(QStringLiteral("settingsPad"));
  m_pad->setMaximumWidth(scaled(kFieldWidth));
  auto* row = new FieldRow(tr("&Where citizens rate and check their data"), m_pad, card, FieldRow::Line::whenNeeded);
  row->say(tr("For this computer. Without a second screen it is a window that you can move. Shift+F4 shows and hides it."));
  card->body()->addWidget(row);
  connect(m_pad, &QComboBox::activated, this,
          [this] { navigator().pad()->stand(padPlaceOf(m_pad->currentData().toString())); });
  // Screens come and go, and the key does the same as this field.
  connect(navigator().pad(), &Pad::changed, this, &SettingsPage::showPad);
  connect(qGuiApp, &QGuiApplication::screenAdded, this, &SettingsPage::showPad);
  connect(qGuiApp, &QGuiApplication::screenRemoved, this, &SettingsPage::showPad);
  showPad();
  return card;
}

void SettingsPage::showPad() {
  if (m_pad->view()->isVisible()) return;  // somebody is choosing
  m_pad->clear();
  m_pad->addItem(tr("Not shown"), code(PadPlace{}));
  m_pad->addItem(tr("The second screen"), code(PadPlace{PadPlace::Kind::secondScreen, {}}));
  const QList<QScreen*> screens = QGuiApplication::screens();
  for (const QScreen* screen : screens) {
    const QSize size = screen->size();
    const QString shown =
        tr("%1, %2 × %3", "a screen's name and size").arg(screen->name()).arg(size.width()).arg(size.height());
    if (screens.size() > 1) m_pad->addItem(shown, code(PadPlace{PadPlace::Kind::screen, screen->name()}));
  }
  const QString now = code(navigator().pad()->place());
  if (m_pad->findData(now) < 0) m_pad->addItem(navigator().pad()->place().screen, now);  // unplugged
  m_pad->setCurrentIndex(m_pad->findData(now));
}

QWidget* SettingsPage::makeKiosk() {
  auto* card = new Card(tr("Kiosk"), this);
  m_kiosk = new QCheckBox(tr("Citizens may rate a&t this desk by the code on their receipt"), card);
  m_kiosk->setObjectName(QStringLiteral("settingsKiosk"));
  m_kiosk->setEnabled(false);  // until it is known how it stands
  auto* said =
      new QLabel(tr("For this desk. A supervisor decides it here; then the kiosk is opened from the clerk's menu."), card);
  said->setWordWrap(true);
  said->setFont(ui::font(TextRole::caption));
  setLook(said, Look::quiet);
  card->body()->addWidget(m_kiosk);
  card->body()->addWidget(said);
  connect(m_kiosk, &QCheckBox::clicked, this, &SettingsPage::keepKiosk);
  bridge().run(
      Lane::read, this, [](desk::Desk& desk) { return desk::isKiosk(desk); },
      [this](const base::Result<bool>& isOne) { showKiosk(isOne); });
  return card;
}

void SettingsPage::showKiosk(const base::Result<bool>& isOne) {
  if (!isOne) return navigator().notify(words::sentence(isOne.error()), Navigator::Tone::failed);
  const bool isSupervisor = bridge().desk().clerk().role == domain::Role::supervisor;
  m_kiosk->setChecked(isOne.value());
  m_kiosk->setEnabled(isSupervisor && !bridge().desk().isReadOnly());
  m_kiosk->setToolTip(isSupervisor ? QString() : words::ofWhy("not_supervisor"));
}

void SettingsPage::keepKiosk(bool isOne) {
  bridge().run(
      Lane::write, this,
      [isOne](desk::Desk& desk) -> base::Result<bool> {
        OW_TRYV(desk::makeKiosk(desk, isOne));
        return isOne;
      },
      [this, isOne](const base::Result<bool>& kept) {
        if (!kept) m_kiosk->setChecked(!isOne);
        showKiosk(kept);
      });
}

QWidget* SettingsPage::makePassphrase() {
  auto* card = new Card(tr("Passphrase"), this);
  m_before = new PassphraseField(QStringLiteral("settingsPassphraseBefore"), card);
  m_after = new PassphraseField(QStringLiteral("settingsPassphraseAfter"), card);
  m_again = new PassphraseField(QStringLiteral("settingsPassphraseAgain"), card);
  for (PassphraseField* field : {m_before, m_after, m_again}) {
    field->setMaximumWidth(scaled(kFieldWidth));
    connect(field, &QLineEdit::textChanged, this, &SettingsPage::updateActions);
  }
  m_beforeRow = new FieldRow(tr("&Present passphrase"), m_before, card, FieldRow::Line::whenNeeded);
  m_afterRow = new FieldRow(tr("&New passphrase"), m_after, card, FieldRow::Line::whenNeeded);
  m_againRow = new FieldRow(tr("New passphrase a&gain"), m_again, card, FieldRow::Line::whenNeeded);
  m_change = new QPushButton(tr("C&hange passphrase (F9)"), card);
  m_change->setObjectName(QStringLiteral("settingsChangePassphrase"));
  m_change->setAccessibleName(tr("Change passphrase"));
  setLook(m_change, Look::primary);
  connect(m_change, &QPushButton::clicked, this, &SettingsPage::changePassphrase);
  for (FieldRow* row : {m_beforeRow, m_afterRow, m_againRow}) card->body()->addWidget(row);
  card->body()->addWidget(m_change, 0, Qt::AlignLeft);
  return card;
}

void SettingsPage::takeFocus() {
  m_language->setFocus();
}

bool SettingsPage::accept() {
  changePassphrase();
  return true;
}

void SettingsPage::show(const Preferences& preferences) {
  m_isShowing = true;
  select(m_language, static_cast<int>(preferences.language));
  select(m_theme, static_cast<int>(preferences.theme));
  select(m_scale, preferences.scalePercent);
  m_lock->setValue(preferences.lockMinutes);
  m_isShowing = false;
}

Preferences SettingsPage::chosen() const {
  return {static_cast<Language>(m_language->currentData().toInt()), static_cast<ThemeKind>(m_theme->currentData().toInt()),
          m_scale->currentData().toInt(), m_lock->value()};
}

void SettingsPage::keep() {
  if (m_isShowing) return;
  bridge().run(
      Lane::write, this, [preferences = chosen()](desk::Desk& desk) { return savePreferences(desk, preferences); },
      [this, preferences = chosen()](const base::Result<void>& done) {
        if (!done) navigator().notify(words::sentence(done.error()), Navigator::Tone::warning);
        emit preferencesChanged(preferences);  // a store that cannot be written still may be read in large type
      });
}

void SettingsPage::changePassphrase() {
  if (m_isChanging || !m_change->isEnabled()) return;
  if (m_after->text() != m_again->text()) {
    m_againRow->say(tr("This is not the same as the line above."), FieldRow::Tone::failed);
    m_again->setFocus();
    return;
  }
  m_isChanging = true;
  const auto before = m_before->take();
  const auto after = m_after->take();
  m_again->clear();
  updateActions();
  m_background.run([&desk = bridge().desk(), before, after] { return desk::changePassphrase(desk, before, after); },
                   [this](const base::Result<void>& done) { receive(done); });
}

void SettingsPage::receive(const base::Result<void>& done) {
  m_isChanging = false;
  for (FieldRow* row : {m_beforeRow, m_afterRow, m_againRow}) row->clearMessage();
  updateActions();
  if (done) {
    navigator().notify(tr("Your passphrase was changed. The old one no longer opens this store."), Navigator::Tone::done);
    return;
  }
  if (done.error().kind == base::ErrorKind::centreAway) {
    m_afterRow->say(tr("Your passphrase is changed at the centre too, and it does not answer now. Nothing was changed."),
                    FieldRow::Tone::failed);
    m_before->setFocus();
    return;
  }
  const bool isAboutNew = done.error().kind == base::ErrorKind::invalidInput;
  (isAboutNew ? m_afterRow : m_beforeRow)->say(words::sentence(done.error()), FieldRow::Tone::failed);
  m_before->setFocus();
}

void SettingsPage::updateActions() {
  const bool isTyped = !m_before->text().isEmpty() && !m_after->text().isEmpty() && !m_again->text().isEmpty();
  m_change->setEnabled(isTyped && !m_isChanging);
  if (m_again->text() == m_after->text()) m_againRow->clearMessage();
}

}  // namespace ow::ui
