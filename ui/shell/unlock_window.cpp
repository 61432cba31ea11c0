// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/unlock_window.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "kit/card.h"
#include "kit/field_row.h"
#include "kit/passphrase_field.h"
#include "kit/style_sheet.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

constexpr int kCardWidth = 400;

int secondsOf(const base::Error& error) {
  const auto fact = error.fact("seconds");
  return QByteArray(fact.data(), static_cast<qsizetype>(fact.size())).toInt();
}

QString wordsOf(const desk::ClerkName& clerk) {
  const QString name = QString::fromStdString(clerk.name);
  const QString login = QString::fromStdString(clerk.login);
  return name.isEmpty() ? login : UnlockWindow::tr("%1 · %2", "clerk's name · login").arg(name, login);
}

QLabel* plainLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QLabel* brand(QWidget* parent) {
  auto* label = new QLabel(UnlockWindow::tr("OneWindow"), parent);
  label->setFont(font(TextRole::title));
  return label;
}

}  // namespace

QString headingOfTrouble(base::ErrorKind kind) {
  switch (kind) {
    case base::ErrorKind::storeMissing:
      return UnlockWindow::tr("No store here yet");
    case base::ErrorKind::keysMissing:
      return UnlockWindow::tr("The store's key ring is missing");
    case base::ErrorKind::keysForeign:
      return UnlockWindow::tr("The key ring belongs to another store");
    case base::ErrorKind::storeInUse:
      return UnlockWindow::tr("The store is open elsewhere");
    case base::ErrorKind::storeDamaged:
      return UnlockWindow::tr("The store is damaged");
    case base::ErrorKind::storeTooNew:
      return UnlockWindow::tr("This program is too old for the store");
    case base::ErrorKind::storeTooOld:
      return UnlockWindow::tr("The store is too old for this program");
    default:
      return UnlockWindow::tr("The store cannot be opened");
  }
}

UnlockWindow::UnlockWindow(std::filesystem::path store, QWidget* parent) : QWidget(parent), m_store(std::move(store)) {
  setObjectName(QStringLiteral("unlockWindow"));
  setWindowTitle(tr("OneWindow"));
  setAttribute(Qt::WA_StyledBackground);
  m_stack = new QStackedWidget(this);
  m_stack->addWidget(makeForm());
  m_stack->addWidget(makeTrouble());
  m_stack->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
  m_stack->setFixedWidth(scaled(kCardWidth));

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::wide), px(Space::wide), px(Space::wide), px(Space::large));
  column->addStretch(2);
  column->addWidget(m_stack, 0, Qt::AlignHCenter);
  column->addStretch(3);
  column->addWidget(makeFoot());
  m_second.setInterval(1000);
  connect(&m_second, &QTimer::timeout, this, &UnlockWindow::tick);
  readClerks();
}

QWidget* UnlockWindow::makeForm() {
  auto* card = new Card({}, this);
  card->body()->addWidget(brand(card));
  auto* subtitle = plainLabel(card);
  subtitle->setText(tr("Who works at this window?"));
  setLook(subtitle, Look::quiet);
  card->body()->addWidget(subtitle);
  card->body()->addSpacing(px(Space::medium));

  m_clerks = new QComboBox(card);
  m_clerks->setObjectName(QStringLiteral("unlockClerk"));
  card->body()->addWidget(new FieldRow(tr("&Clerk"), m_clerks, card, FieldRow::Line::whenNeeded));
  m_passphrase = new PassphraseField(QStringLiteral("unlockPassphrase"), card);
  card->body()->addWidget(new FieldRow(tr("&Passphrase"), m_passphrase, card, FieldRow::Line::whenNeeded));

  m_message = plainLabel(card);
  m_message->setObjectName(QStringLiteral("unlockMessage"));
  card->body()->addWidget(m_message);
  m_progress = new QProgressBar(card);
  m_progress->setObjectName(QStringLiteral("unlockProgress"));
  m_progress->setAccessibleName(tr("Unlocking the store"));
  m_progress->setRange(0, 0);
  m_progress->setTextVisible(false);
  QSizePolicy keepsPlace = m_progress->sizePolicy();
  keepsPlace.setRetainSizeWhenHidden(true);
  m_progress->setSizePolicy(keepsPlace);
  card->body()->addWidget(m_progress);

  m_unlock = new QPushButton(tr("&Unlock"), card);
  m_unlock->setObjectName(QStringLiteral("unlockButton"));
  m_unlock->setAccessibleName(tr("Unlock"));
  setLook(m_unlock, Look::primary);
  card->body()->addWidget(m_unlock);

  connect(m_unlock, &QPushButton::clicked, this, &UnlockWindow::send);
  connect(m_passphrase, &QLineEdit::returnPressed, this, &UnlockWindow::send);
  connect(m_passphrase, &QLineEdit::textChanged, this, &UnlockWindow::updateActions);
  connect(m_clerks, &QComboBox::activated, this, [this] { m_passphrase->setFocus(); });
  return card;
}

QWidget* UnlockWindow::makeTrouble() {
  auto* card = new Card({}, this);
  m_troubleTitle = plainLabel(card);
  m_troubleTitle->setObjectName(QStringLiteral("troubleTitle"));
  m_troubleTitle->setFont(ui::font(TextRole::title));
  m_troubleText = plainLabel(card);
  m_troubleText->setObjectName(QStringLiteral("troubleText"));
  auto* path = plainLabel(card);
  path->setText(QString::fromStdString(m_store.string()));
  path->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setLook(path, Look::quiet);
  m_again = new QPushButton(tr("&Try again"), card);
  m_again->setObjectName(QStringLiteral("troubleAgain"));
  m_again->setAccessibleName(tr("Try again"));
  setLook(m_again, Look::primary);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_troubleTitle), static_cast<QWidget*>(m_troubleText), static_cast<QWidget*>(path)})
    card->body()->addWidget(widget);
  card->body()->addSpacing(px(Space::medium));
  card->body()->addWidget(m_again);
  connect(m_again, &QPushButton::clicked, this, &UnlockWindow::readClerks);
  return card;
}

QWidget* UnlockWindow::makeFoot() {
  auto* foot = new QWidget(this);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  auto* languages = new QComboBox(foot);
  languages->setObjectName(QStringLiteral("unlockLanguage"));
  languages->setAccessibleName(tr("Language"));
  // Each in its own words: who cannot read the present language must find theirs.
  languages->addItem(QStringLiteral("简体中文"), QVariant::fromValue(static_cast<int>(Language::simplifiedChinese)));
  languages->addItem(QStringLiteral("English"), QVariant::fromValue(static_cast<int>(Language::english)));
  languages->setCurrentIndex(languages->findData(static_cast<int>(spokenLanguage())));
  connect(languages, &QComboBox::activated, this,
          [this, languages] { emit languageChosen(static_cast<Language>(languages->currentData().toInt())); });
  row->addStretch();
  row->addWidget(languages);
  row->addStretch();
  return foot;
}

void UnlockWindow::readClerks() {
  m_again->setEnabled(false);
  m_background.run([store = m_store] { return desk::clerksOf(store); },
                   [this](const base::Result<std::vector<desk::ClerkName>>& clerks) { showClerks(clerks); });
}

void UnlockWindow::showClerks(const base::Result<std::vector<desk::ClerkName>>& clerks) {
  m_again->setEnabled(true);
  if (!clerks) return showTrouble(clerks.error());
  m_stack->setCurrentIndex(0);
  m_clerks->clear();
  for (const desk::ClerkName& clerk : clerks.value()) m_clerks->addItem(wordsOf(clerk), QString::fromStdString(clerk.login));
  chooseClerk(m_wantedClerk);
  (m_clerks->count() > 1 && m_wantedClerk.isEmpty() ? static_cast<QWidget*>(m_clerks) : m_passphrase)->setFocus();
  updateActions();
  if (const auto waiting = std::exchange(m_waiting, nullptr)) tryPassphrase(*waiting);
}

void UnlockWindow::showTrouble(const base::Error& error) {
  m_troubleTitle->setText(headingOfTrouble(error.kind));
  m_troubleText->setText(words::sentence(error));
  m_stack->setCurrentIndex(1);
  m_again->setFocus();
}

void UnlockWindow::chooseClerk(const QString& login) {
  m_wantedClerk = login;
  const int at = m_clerks->findData(login);
  if (at >= 0) m_clerks->setCurrentIndex(at);
}

void UnlockWindow::tryPassphrase(base::Redacted<std::string> passphrase) {
  if (m_clerks->count() == 0) {
    m_waiting = std::make_unique<base::Redacted<std::string>>(std::move(passphrase));
    return;
  }
  m_passphrase->setText(QString::fromStdString(passphrase.reveal()));
  send();
}

void UnlockWindow::send() {
  if (m_isUnlocking || m_secondsLeft > 0 || m_passphrase->text().isEmpty() || m_clerks->currentIndex() < 0) return;
  m_isUnlocking = true;
  m_message->clear();
  updateActions();
  m_background.run(
      [store = m_store, login = m_clerks->currentData().toString().toStdString(), passphrase = m_passphrase->take(),
       fallback = lastPreferences()]() -> base::Result<Unlocked> {
        OW_TRY(auto desk, desk::unlock(store, login, passphrase, desk::systemPorts()));
        const Preferences preferences = preferencesOf(*desk, fallback);
        return Unlocked{std::move(desk), preferences};
      },
      [this](base::Result<Unlocked> answer) { receive(std::move(answer)); });
}

void UnlockWindow::receive(base::Result<Unlocked> answer) {
  m_isUnlocking = false;
  updateActions();
  if (answer) {
    emit unlocked(std::move(answer.value()));
    return;
  }
  const base::Error& error = answer.error();
  if (error.kind == base::ErrorKind::lockedOut) return startCountdown(secondsOf(error));
  if (error.kind != base::ErrorKind::wrongKey) return showTrouble(error);
  setLook(m_message, Look::danger);
  m_message->setText(words::sentence(error));
  m_passphrase->setFocus();
}

void UnlockWindow::startCountdown(int seconds) {
  m_secondsLeft = std::max(1, seconds) + 1;
  m_second.start();
  tick();
}

void UnlockWindow::tick() {
  --m_secondsLeft;
  if (m_secondsLeft <= 0) {
    m_second.stop();
    m_message->setText(tr("You can try again now."));
    setLook(m_message, Look::quiet);
  } else {
    setLook(m_message, Look::danger);
    m_message->setText(words::sentence(base::fail(base::ErrorKind::lockedOut, {{"seconds", std::to_string(m_secondsLeft)}})));
  }
  updateActions();
  if (m_secondsLeft <= 0) m_passphrase->setFocus();
}

void UnlockWindow::updateActions() {
  const bool canType = !m_isUnlocking && m_secondsLeft <= 0;
  // Keys that come meanwhile go nowhere, and not to the choice of languages.
  const QWidget* hands = focusWidget();
  if (!canType && (hands == m_passphrase || hands == m_clerks || hands == m_unlock)) setFocus();
  m_progress->setVisible(m_isUnlocking);
  m_clerks->setEnabled(canType);
  m_passphrase->setEnabled(canType);
  m_unlock->setEnabled(canType && m_clerks->currentIndex() >= 0 && !m_passphrase->text().isEmpty());
}

}  // namespace ow::ui
