// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_window.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "kit/style_sheet.h"
#include "pad/pad_button.h"
#include "pad/pad_check.h"
#include "pad/pad_pages.h"

namespace ow::ui {

namespace {
constexpr QSize kLeast{800, 480};
constexpr QSize kFirst{1024, 640};
}  // namespace

PadWindow::PadWindow(const QString& hall, const QString& window, QWidget* parent)
    : QWidget(parent, Qt::Window | Qt::WindowDoesNotAcceptFocus), m_hallName(hall) {
  setObjectName(QStringLiteral("padWindow"));
  setAttribute(Qt::WA_ShowWithoutActivating);
  setAttribute(Qt::WA_QuitOnClose, false);  // the program ends with the clerk's window
  setFocusPolicy(Qt::NoFocus);
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
  m_greeting = new PadGreetingPage(hall, window, m_stack);
  auto* check = new PadCheckPage(m_stack);
  auto* question = new PadQuestionPage(m_stack);
  auto* reasons = new PadReasonsPage(m_stack);
  m_check = check;
  m_question = question;
  m_reasons = reasons;
  m_message = new PadMessagePage(m_stack);
  for (PadPage* page : {static_cast<PadPage*>(m_greeting), m_check, m_question, m_reasons, m_message}) m_stack->addWidget(page);
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
      return m_message;
  }
  return m_greeting;
}

void PadWindow::show(const PadView& view) {
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
}

void PadWindow::setDay(QDate day) {
  m_greeting->setDay(day);
  m_greeting->show(m_view, m_words);
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

// Whatever is typed, here or by a robot that aims here, presses nothing.
bool PadWindow::event(QEvent* event) {
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
