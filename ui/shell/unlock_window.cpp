// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/unlock_window.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "desk/admission.h"
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

// The store knows its clerks; the centre knows the others, and who came back with another passphrase.
base::Result<std::unique_ptr<desk::Desk>> letIn(const std::filesystem::path& store, const std::string& login,
                                                const base::Redacted<std::string>& passphrase,
                                                const std::optional<base::Redacted<std::string>>& next,
                                                const std::shared_ptr<sync::ClerkLine>& centre) {
  const auto ports = desk::systemPorts();
  if (next) return desk::signIn(store, login, passphrase, next, centre, ports);
  auto desk = desk::unlock(store, login, passphrase, ports, centre);
  if (desk || centre == nullptr || !desk::mayAskTheCentre(desk.error())) return desk;
  auto signedIn = desk::signIn(store, login, passphrase, next, centre, ports);
  // Of two "no" to a wrong passphrase the store's is the better one: it counts the tries.
  if (!signedIn && desk.error().kind == base::ErrorKind::wrongKey && signedIn.error().kind != base::ErrorKind::notAllowed)
    return desk;
  return signedIn;
}

bool isOfTheLine(const base::Error& error) {
  using enum base::ErrorKind;
  return error.kind == centreAway || error.kind == centreRefused || error.kind == centreTooOld || error.kind == centreTooNew ||
         (error.kind == notAllowed && (error.fact("rule") == "sign_in_first" || error.fact("rule") == "lease_over"));
}

// The same errors as elsewhere, said to somebody who wants to begin to work.
QString sentenceOf(const base::Error& error) {
  const auto rule = error.fact("rule");
  if (error.kind == base::ErrorKind::centreAway)
    return UnlockWindow::tr(
        "The centre does not answer, and this login needs it. Whoever worked here lately can unlock without.");
  if (error.kind == base::ErrorKind::centreRefused && rule == "login")
    return UnlockWindow::tr("The centre does not know this login with that passphrase.");
  if (error.kind == base::ErrorKind::centreRefused && rule == "not_your_hall")
    return UnlockWindow::tr("You are not on the staff of this hall. Please ask your administrator.");
  if (error.kind == base::ErrorKind::centreRefused && rule == "no_store_key")
    return UnlockWindow::tr(
        "This desk has not been in touch with the centre since it was set up. Please ask your administrator.");
  return words::sentence(error);
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

UnlockWindow::UnlockWindow(std::filesystem::path store, ClerkLineFinder findClerkLine, QWidget* parent)
    : QWidget(parent), m_store(std::move(store)), m_findClerkLine(std::move(findClerkLine)) {
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
  m_login = new QLineEdit(card);
  m_login->setObjectName(QStringLiteral("unlockLogin"));
  m_login->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
  m_loginRow = new FieldRow(tr("&Login"), m_login, card, FieldRow::Line::whenNeeded);
  card->body()->addWidget(m_loginRow);
  m_passphrase = new PassphraseField(QStringLiteral("unlockPassphrase"), card);
  m_passphraseRow = new FieldRow(tr("&Passphrase"), m_passphrase, card, FieldRow::Line::whenNeeded);
  card->body()->addWidget(m_passphraseRow);
  m_next = new PassphraseField(QStringLiteral("unlockNewPassphrase"), card);
  m_nextRow = new FieldRow(tr("&New passphrase"), m_next, card, FieldRow::Line::whenNeeded);
  card->body()->addWidget(m_nextRow);
  m_nextAgain = new PassphraseField(QStringLiteral("unlockNewPassphraseAgain"), card);
  m_againRow = new FieldRow(tr("New passphrase &again"), m_nextAgain, card, FieldRow::Line::whenNeeded);
  card->body()->addWidget(m_againRow);

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
  connect(m_next, &QLineEdit::returnPressed, m_nextAgain, qOverload<>(&QWidget::setFocus));
  connect(m_nextAgain, &QLineEdit::returnPressed, this, &UnlockWindow::send);
  connect(m_login, &QLineEdit::returnPressed, m_passphrase, qOverload<>(&QWidget::setFocus));
  for (QLineEdit* field : {static_cast<QLineEdit*>(m_next), static_cast<QLineEdit*>(m_nextAgain), m_login})
    connect(field, &QLineEdit::textChanged, this, &UnlockWindow::updateActions);
  connect(m_clerks, &QComboBox::activated, this, &UnlockWindow::showWho);
  forgetNext();
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

base::Result<UnlockWindow::Known> UnlockWindow::readKnown(const std::filesystem::path& store) {
  Known known;
  OW_TRY(known.clerks, desk::clerksOf(store));
  OW_TRY(const auto centre, desk::centreAddressOf(store));
  known.hasCentre = centre.has_value();
  return known;
}

void UnlockWindow::readClerks() {
  m_again->setEnabled(false);
  m_background.run([store = m_store] { return readKnown(store); },
                   [this](const base::Result<Known>& known) { showClerks(known); });
}

void UnlockWindow::showClerks(const base::Result<Known>& known) {
  m_again->setEnabled(true);
  if (!known) return showTrouble(known.error());
  m_stack->setCurrentIndex(0);
  m_clerks->clear();
  for (const desk::ClerkName& clerk : known.value().clerks)
    m_clerks->addItem(wordsOf(clerk), QString::fromStdString(clerk.login));
  if (known.value().hasCentre && m_findClerkLine) m_clerks->addItem(tr("Somebody else…"), QString());
  chooseClerk(m_wantedClerk);
  if (known.value().clerks.size() > 1 && m_wantedClerk.isEmpty()) m_clerks->setFocus();
  if (const auto waiting = std::exchange(m_waiting, nullptr)) tryPassphrase(*waiting);
}

// Hands go to what is still to be typed.
void UnlockWindow::showWho() {
  forgetNext();
  const bool isSomebodyElse = m_clerks->currentIndex() >= 0 && m_clerks->currentData().toString().isEmpty();
  m_loginRow->setVisible(isSomebodyElse);
  (isSomebodyElse && m_login->text().isEmpty() ? m_login : m_passphrase)->setFocus();
  updateActions();
}

QString UnlockWindow::login() const {
  return m_loginRow->isHidden() ? m_clerks->currentData().toString() : m_login->text().trimmed();
}

bool UnlockWindow::isComplete() const {
  if (m_first) return !m_next->text().isEmpty() && !m_nextAgain->text().isEmpty();
  return m_clerks->currentIndex() >= 0 && !login().isEmpty() && !m_passphrase->text().isEmpty();
}

// The passphrase is the one from the administrator's slip of paper.
void UnlockWindow::askForNext() {
  m_passphraseRow->hide();
  m_nextRow->show();
  m_againRow->show();
  tell(Look::quiet, tr("Welcome. The passphrase that you were given is for this once; please choose one of your own."));
  updateActions();
  m_next->setFocus();  // not before it can be typed in
}

void UnlockWindow::forgetNext() {
  m_first.reset();
  for (PassphraseField* field : {m_next, m_nextAgain}) field->clear();
  m_nextRow->hide();
  m_againRow->hide();
  m_passphraseRow->show();
}

void UnlockWindow::say(const QString& sentence) {
  tell(Look::danger, sentence);
}

// The card is as high as its hint, which counts a wrapped sentence as one line: it must say how high it is.
void UnlockWindow::tell(Look look, const QString& sentence) {
  setLook(m_message, look);
  m_message->setText(sentence);
  m_message->setMinimumHeight(sentence.isEmpty() ? 0 : m_message->heightForWidth(m_message->width()));
}

void UnlockWindow::showTrouble(const base::Error& error) {
  m_troubleTitle->setText(headingOfTrouble(error.kind));
  m_troubleText->setText(words::sentence(error));
  m_stack->setCurrentIndex(1);
  m_again->setFocus();
}

void UnlockWindow::chooseClerk(const QString& login) {
  m_wantedClerk = login;
  int at = login.isEmpty() ? -1 : m_clerks->findData(login);
  if (at < 0 && !login.isEmpty()) {  // not known here yet
    at = m_clerks->findData(QString());
    if (at >= 0) m_login->setText(login);
  }
  if (at >= 0) m_clerks->setCurrentIndex(at);
  showWho();
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
  if (m_isUnlocking || m_secondsLeft > 0 || !isComplete()) return;
  if (m_first && m_next->text() != m_nextAgain->text()) {
    say(tr("The two new passphrases are not the same."));
    m_nextAgain->setFocus();
    return;
  }
  m_isUnlocking = true;
  tell(Look::quiet, {});
  std::optional<base::Redacted<std::string>> next;
  if (m_first) {
    next.emplace(m_next->take());
    m_nextAgain->clear();
  } else {
    m_first.emplace(m_passphrase->take());
  }
  updateActions();
  m_background.run(
      [store = m_store, find = m_findClerkLine, login = login().toStdString(), passphrase = *m_first, next,
       fallback = lastPreferences()]() -> base::Result<Unlocked> {
        OW_TRY(auto desk, letIn(store, login, passphrase, next, find ? find(store) : nullptr));
        const Preferences preferences = preferencesOf(*desk, fallback);
        return Unlocked{std::move(desk), preferences};
      },
      [this](base::Result<Unlocked> answer) { receive(std::move(answer)); });
}

void UnlockWindow::receive(base::Result<Unlocked> answer) {
  m_isUnlocking = false;
  if (answer) {
    m_first.reset();
    updateActions();
    emit unlocked(std::move(answer.value()));
    return;
  }
  const base::Error& error = answer.error();
  if (error.kind == base::ErrorKind::notAllowed && error.fact("rule") == "passphrase_initial") return askForNext();
  const bool isAboutNext = error.kind == base::ErrorKind::invalidInput && !m_nextRow->isHidden();
  if (!isAboutNext) forgetNext();
  updateActions();
  if (error.kind == base::ErrorKind::lockedOut) return startCountdown(secondsOf(error));
  const bool isOfTheClerk = error.kind == base::ErrorKind::wrongKey || isAboutNext || isOfTheLine(error);
  if (!isOfTheClerk) return showTrouble(error);
  say(sentenceOf(error));
  (isAboutNext ? m_next : m_passphrase)->setFocus();
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
    tell(Look::quiet, tr("You can try again now."));
  } else {
    say(words::sentence(base::fail(base::ErrorKind::lockedOut, {{"seconds", std::to_string(m_secondsLeft)}})));
  }
  updateActions();
  if (m_secondsLeft <= 0) m_passphrase->setFocus();
}

void UnlockWindow::updateActions() {
  const bool canType = !m_isUnlocking && m_secondsLeft <= 0;
  // Keys that come meanwhile go nowhere, and not to the choice of languages.
  const QWidget* hands = focusWidget();
  const std::initializer_list<QWidget*> fields{m_clerks, m_login, m_passphrase, m_next, m_nextAgain};
  if (!canType && (hands == m_unlock || std::find(fields.begin(), fields.end(), hands) != fields.end())) setFocus();
  m_progress->setVisible(m_isUnlocking);
  for (QWidget* field : fields) field->setEnabled(canType);
  m_unlock->setEnabled(canType && isComplete());
}

}  // namespace ow::ui
