// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/lock_screen.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "desk/unlock.h"
#include "kit/card.h"
#include "kit/field_row.h"
#include "kit/icon.h"
#include "kit/passphrase_field.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

LockScreen::LockScreen(Bridge& bridge, QWidget* parent) : QWidget(parent), m_bridge(bridge) {
  setObjectName(QStringLiteral("lockScreen"));
  auto* card = new Card({}, this);
  card->setFixedWidth(scaled(400));
  auto* title = new QLabel(tr("Locked"), card);
  title->setFont(ui::font(TextRole::title));
  auto* who = new QLabel(tr("%1's work is kept as it was.").arg(QString::fromStdString(bridge.desk().clerk().name)), card);
  who->setTextFormat(Qt::PlainText);
  who->setWordWrap(true);
  setLook(who, Look::quiet);
  m_passphrase = new PassphraseField(QStringLiteral("lockPassphrase"), card);
  m_message = new QLabel(card);
  m_message->setObjectName(QStringLiteral("lockMessage"));
  m_message->setTextFormat(Qt::PlainText);
  m_message->setWordWrap(true);
  m_unlock = new QPushButton(tr("&Unlock"), card);
  m_unlock->setObjectName(QStringLiteral("lockUnlock"));
  m_unlock->setAccessibleName(tr("Unlock"));
  setLook(m_unlock, Look::primary);
  m_switch = new QPushButton(tr("&Another clerk"), card);
  m_switch->setObjectName(QStringLiteral("lockSwitchClerk"));
  m_switch->setAccessibleName(tr("Another clerk"));
  setLook(m_switch, Look::quiet);
  card->body()->addWidget(title);
  card->body()->addWidget(who);
  card->body()->addSpacing(px(Space::medium));
  card->body()->addWidget(new FieldRow(tr("&Passphrase"), m_passphrase, card, FieldRow::Line::whenNeeded));
  card->body()->addWidget(m_message);
  card->body()->addWidget(m_unlock);
  card->body()->addWidget(m_switch);
  // Between stretches and not by an alignment, which would not let a longer message make the card higher.
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(card);
  row->addStretch();
  auto* column = new QVBoxLayout(this);
  column->addStretch(2);
  column->addLayout(row);
  column->addStretch(3);
  m_second.setInterval(1000);
  connect(&m_second, &QTimer::timeout, this, &LockScreen::tick);
  connect(m_unlock, &QPushButton::clicked, this, &LockScreen::send);
  connect(m_switch, &QPushButton::clicked, this, &LockScreen::switchWanted);
  connect(m_passphrase, &QLineEdit::returnPressed, this, &LockScreen::send);
  connect(m_passphrase, &QLineEdit::textChanged, this, &LockScreen::updateActions);
  updateActions();
}

void LockScreen::takeFocus() {
  m_passphrase->setFocus();
}

void LockScreen::say(const QString& sentence) {
  setLook(m_message, Look::danger);
  m_message->setText(sentence);
}

void LockScreen::send() {
  if (m_isChecking || m_secondsLeft > 0 || m_passphrase->text().isEmpty()) return;
  m_isChecking = true;
  m_message->clear();
  updateActions();
  m_bridge.run(
      Lane::read, this,
      [passphrase = m_passphrase->take()](desk::Desk& desk) { return desk::verifyPassphrase(desk, passphrase); },
      [this](const base::Result<void>& answer) { receive(answer); });
}

void LockScreen::receive(const base::Result<void>& answer) {
  m_isChecking = false;
  updateActions();
  if (answer) {
    m_message->clear();
    emit opened();
    return;
  }
  say(words::sentence(answer.error()));
  m_passphrase->setFocus();
  if (answer.error().kind != base::ErrorKind::lockedOut) return;
  const auto fact = answer.error().fact("seconds");
  m_secondsLeft = std::max(1, QByteArray(fact.data(), static_cast<qsizetype>(fact.size())).toInt()) + 1;
  m_second.start();
  tick();
}

void LockScreen::tick() {
  --m_secondsLeft;
  if (m_secondsLeft <= 0) m_second.stop();
  m_message->setText(m_secondsLeft > 0
                         ? words::sentence(base::fail(base::ErrorKind::lockedOut, {{"seconds", std::to_string(m_secondsLeft)}}))
                         : tr("You can try again now."));
  updateActions();
  if (m_secondsLeft <= 0) m_passphrase->setFocus();
}

void LockScreen::updateActions() {
  const bool canType = !m_isChecking && m_secondsLeft <= 0;
  // Keys that come meanwhile go nowhere, and not to the button for another clerk.
  const QWidget* hands = window()->focusWidget();
  if (!canType && (hands == m_passphrase || hands == m_unlock)) setFocus();
  m_passphrase->setEnabled(canType);
  m_unlock->setEnabled(canType && !m_passphrase->text().isEmpty());
  m_switch->setEnabled(!m_isChecking);
}

}  // namespace ow::ui
