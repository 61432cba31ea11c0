// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/survey_panel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "kit/empty_state.h"
#include "kit/style_sheet.h"

namespace ow::ui {

QScrollArea* scrollOver(QWidget* body, QWidget* parent) {
  auto* scroll = new QScrollArea(parent);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(body);
  return scroll;
}

void goOn(QWidget* from) {
  QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
  QCoreApplication::sendEvent(from, &tab);
}

SurveyPanel::SurveyPanel(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : QWidget(parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState({}, this)) {
  m_stack->addWidget(m_empty);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(m_stack);
}

void SurveyPanel::show(const desk::SurveyRow& round) {
  const bool isOther = !m_round || m_round->id != round.id;
  m_round = round;
  load(isOther);
}

void SurveyPanel::setBody(QWidget* body) {
  m_stack->addWidget(body);
}

void SurveyPanel::setScrollingBody(QWidget* body) {
  setBody(scrollOver(body, this));
}

bool SurveyPanel::isBodyShown() const {
  return m_stack->currentWidget() != m_empty;
}

void SurveyPanel::showBody() {
  const bool isWaited = m_empty->hasFocus();
  m_stack->setCurrentIndex(1);
  if (isWaited) focusBody();
}

void SurveyPanel::showReading() {
  const bool wereHere = m_stack->isAncestorOf(window()->focusWidget());
  m_empty->setSentence(tr("Reading …"));
  m_stack->setCurrentWidget(m_empty);
  if (wereHere) m_empty->setFocus(Qt::OtherFocusReason);
}

void SurveyPanel::showEmpty(const QString& why) {
  const bool wereHere = m_stack->isAncestorOf(window()->focusWidget());
  m_empty->setSentence(why);
  m_stack->setCurrentWidget(m_empty);
  if (wereHere) emit left();
}

void SurveyPanel::takeFocus() {
  if (isBodyShown()) return focusBody();
  m_empty->setFocus(Qt::OtherFocusReason);
}

bool SurveyPanel::areHandsHere() const {
  const QWidget* hands = window()->focusWidget();
  return hands != nullptr && (hands == this || isAncestorOf(hands));
}

QString SurveyPanel::subjectOf(const QString& what) const {
  return QString::fromStdString(m_round->id.text()) + QLatin1Char(' ') + what;
}

void SurveyPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
  flush();
  emit left();
}

QLabel* sentenceLabel(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QLabel* warningLabel(const QString& name, QWidget* parent) {
  QLabel* label = sentenceLabel(name, parent);
  setLook(label, Look::warning);
  label->hide();
  return label;
}

void sayIn(QLabel* label, const QString& sentence) {
  label->setText(sentence);
  label->setVisible(!sentence.isEmpty());
}

QWidget* splitBody(QWidget* list, QWidget* form, QWidget* parent) {
  auto* splitter = new QSplitter(Qt::Vertical, parent);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(list);
  splitter->addWidget(scrollOver(form, parent));
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 3);
  return splitter;
}

}  // namespace ow::ui
