// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_window.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "kit/style_sheet.h"
#include "pad/kiosk_page.h"
#include "pad/pad_button.h"
#include "pad/pad_check.h"
#include "pad/pad_pages.h"

namespace ow::ui {

namespace {
constexpr QSize kLeast{800, 480};
constexpr QSize kFirst{1024, 640};
}  // namespace

PadWindow::PadWindow(const QString& hall, const QString& window, PadUse use, QWidget* parent)
    : QWidget(parent, use == PadUse::kiosk ? Qt::Window : Qt::Window | Qt::WindowDoesNotAcceptFocus),
      m_use(use),
      m_hallName(hall) {
  setObjectName(QStringLiteral("padWindow"));
  setAttribute(Qt::WA_ShowWithoutActivating, use == PadUse::counter);
  setAttribute(Qt::WA_QuitOnClose, false);  // the program ends with the clerk's window
  setFocusPolicy(use == PadUse::kiosk ? Qt::StrongFocus : Qt::NoFocus);
  setWindowTitle(tr("Citizen's screen"));
  setMinimumSize(kLeast);
  resize(kFirst);
  build(hall, window);
  show(m_view);
}

void PadWindow::build(const QString& hall, const QString& window) {
  m_hall = padLabel(QStringLiteral("padTopHall"), this);
  setLook(m_hall, Look::quiet);
  m_heading = padLabel(QStringLiteral("padHeading"), this);
  m_language = new PadButton(PadButton::Look::plain, QStringLiteral("padLanguage"), this);
  connect(m_language, &QAbstractButton::clicked, this, [this] {
    emit languageChosen(m_view.language == Language::simplifiedChinese ? Language::english : Language::simplifiedChinese);
  });
  m_stack = new QStackedWidget(this);
  makeGreeting(hall, window);
  auto* check = new PadCheckPage(m_stack);
  auto* question = new PadQuestionPage(m_stack);
  auto* reasons = new PadReasonsPage(m_stack);
  m_check = check;
  m_question = question;
  m_reasons = reasons;
  m_message = new PadMessagePage(m_stack);
  for (PadPage* page : {m_greeting, m_check, m_question, m_reasons, m_message}) m_stack->addWidget(page);
  auto* top = new QHBoxLayout;
  top->addWidget(m_heading, 1);
  top->addWidget(m_hall, 1);
  top->addWidget(m_language);
  auto* column = new QVBoxLayout(this);
  column->addLayout(top);
  column->addWidget(m_stack, 1);

  connect(check, &PadCheckPage::touched, this, &PadWindow::touched);
  connect(check, &PadCheckPage::correct, this, [this] { emit checked(PadTurn::Word::dataCorrect); });
  connect(check, &PadCheckPage::wrong, this, [this] { emit checked(PadTurn::Word::dataWrong); });
  connect(question, &PadQuestionPage::levelTouched, this, &PadWindow::levelTouched);
  connect(question, &PadQuestionPage::declined, this, &PadWindow::declined);
  connect(reasons, &PadReasonsPage::touched, this, &PadWindow::touched);
  connect(reasons, &PadReasonsPage::reasonTouched, this, &PadWindow::reasonTouched);
  connect(reasons, &PadReasonsPage::back, this, &PadWindow::wentBack);
  connect(reasons, &PadReasonsPage::skip, this, &PadWindow::skipped);
  connect(reasons, &PadReasonsPage::submit, this, &PadWindow::submitted);
}

void PadWindow::makeGreeting(const QString& hall, const QString& window) {
  if (m_use == PadUse::counter) {
    m_greeting = m_welcome = new PadGreetingPage(hall, window, m_stack);
    return;
  }
  auto* asking = new KioskPage(m_stack);
  m_greeting = asking;
  connect(asking, &KioskPage::letterTouched, this, &PadWindow::codeTyped);
  connect(asking, &KioskPage::erased, this, &PadWindow::codeErased);
  connect(asking, &KioskPage::entered, this, &PadWindow::codeEntered);
}

PadPage* PadWindow::pageFor(PadView::Screen screen) const {
  switch (screen) {
    case PadView::Screen::greeting:
      return m_greeting;
    case PadView::Screen::check:
      return m_check;
    case PadView::Screen::question:
      return m_question;
    case PadView::Screen::reasons:
      return m_reasons;
    case PadView::Screen::keeping:
    case PadView::Screen::thanks:
    case PadView::Screen::notKept:
    case PadView::Screen::noted:
    case PadView::Screen::looking:
    case PadView::Screen::refused:
      return m_message;
  }
  return m_greeting;
}

void PadWindow::show(const PadView& view) {
  const bool isOther = view.screen != m_view.screen;
  m_view = view;
  m_words.speak(view.language);
  m_language->say(m_words.otherLanguage(), m_words.switchesLanguage());
  // The greeting says it large.
  m_hall->setText(view.screen == PadView::Screen::greeting ? QString() : m_words.hall(m_hallName));
  PadPage* page = pageFor(view.screen);
  m_heading->setText(page->heading(view, m_words));
  m_heading->setHidden(m_heading->text().isEmpty());
  m_hall->setVisible(m_heading->isHidden());
  // All of them: a page behind keeps nothing of the person before, and speaks the language too.
  for (int i = 0; i < m_stack->count(); ++i) static_cast<PadPage*>(m_stack->widget(i))->show(view, m_words);
  m_stack->setCurrentWidget(page);
  if (m_use == PadUse::counter) return;
  for (PadButton* button : findChildren<PadButton*>()) button->takeKeys();  // reasons come and go
  if (!isOther) return;
  orderKeys(page);
  // Nothing is chosen for anybody, nor by an Enter that came late.
  setFocus();
}

// Tab comes to the answers first, then to what goes on or away, and to the language last.
void PadWindow::orderKeys(PadPage* page) {
  QList<PadButton*> keys = page->findChildren<PadButton*>();
  std::stable_partition(keys.begin(), keys.end(), [](const PadButton* key) { return key->isAnswer(); });
  keys.append(m_language);
  for (qsizetype i = 1; i < keys.size(); ++i) setTabOrder(keys[i - 1], keys[i]);
}

void PadWindow::setDay(QDate day) {
  if (m_welcome == nullptr) return;
  m_welcome->setDay(day);
  m_welcome->show(m_view, m_words);
}

void PadWindow::standOn(QScreen* screen) {
  hide();
  setWindowFlag(Qt::FramelessWindowHint, screen != nullptr);
  setWindowFlag(Qt::WindowStaysOnTopHint, screen != nullptr);
  if (screen == nullptr) {
    setWindowState(Qt::WindowNoState);
    resize(kFirst);
    return show();
  }
  setScreen(screen);
  setGeometry(screen->geometry());
  setWindowState(Qt::WindowFullScreen);  // showFullScreen() would ask for the focus
  show();
}

void PadWindow::fit() {
  const PadMeasure measure = PadMeasure::of(size());
  const int above = measure.margin / 2;
  layout()->setContentsMargins(measure.margin, above, measure.margin, above);
  layout()->setSpacing(measure.gap);
  m_hall->setFont(padFont(measure.small));
  m_heading->setFont(padFont(measure.title, PadWeight::strong));
  m_language->fit(measure);
  for (int i = 0; i < m_stack->count(); ++i) static_cast<PadPage*>(m_stack->widget(i))->fit(measure);
}

// Whatever is typed at a counter, here or by a robot that aims here, presses nothing.
bool PadWindow::event(QEvent* event) {
  if (m_use == PadUse::kiosk) return QWidget::event(event);
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
    case QEvent::InputMethod:
      event->accept();
      return true;
    default:
      return QWidget::event(event);
  }
}

void PadWindow::goBack() {
  switch (m_view.screen) {
    case PadView::Screen::question:
      return emit declined();
    case PadView::Screen::reasons:
      return emit wentBack();
    default:
      return emit left();
  }
}

// Of a kiosk: what no button took. Some scanners end with two Enters: the second takes no message away.
void PadWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (m_view.screen == PadView::Screen::greeting) return emit codeEntered();
    if (auto* button = qobject_cast<PadButton*>(focusWidget())) button->click();
    return;
  }
  emit touched();
  switch (event->key()) {
    case Qt::Key_Backspace:
      return emit codeErased();
    case Qt::Key_Escape:
      return goBack();
    case Qt::Key_Right:
    case Qt::Key_Down:
      focusNextChild();
      return;
    case Qt::Key_Left:
    case Qt::Key_Up:
      focusPreviousChild();
      return;
    default:
      break;
  }
  const bool isCommand = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
  if (!isCommand && !event->text().isEmpty()) emit codeTyped(event->text());
}

void PadWindow::mousePressEvent(QMouseEvent*) {
  emit touched();
}

void PadWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void PadWindow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // Once every part has the new style: it takes the fonts away.
  if (event->type() == QEvent::StyleChange && m_stack != nullptr)
    QMetaObject::invokeMethod(this, &PadWindow::fit, Qt::QueuedConnection);
}

void PadWindow::closeEvent(QCloseEvent* event) {
  event->accept();  // a window that refuses would keep the program from ending
  QMetaObject::invokeMethod(this, &PadWindow::closed, Qt::QueuedConnection);
}

}  // namespace ow::ui
