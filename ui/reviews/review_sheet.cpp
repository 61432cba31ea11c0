// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_sheet.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

#include "cases/one_line.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/face.h"
#include "kit/sign.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "reviews/review_actions.h"
#include "reviews/review_form.h"
#include "reviews/review_steps.h"
#include "reviews/review_words.h"

namespace ow::ui {

namespace {

constexpr int kLargeFace = 30;

// The level stands beside it in words.
class RatedFace : public QWidget {
 public:
  explicit RatedFace(QWidget* parent) : QWidget(parent) { setFixedSize(scaled(kLargeFace), scaled(kLargeFace)); }
  void setLevel(int level) {
    m_level = level;
    update();
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFace(painter, QRectF(rect()), m_level);
  }

 private:
  int m_level = domain::kWorstLevel;
};

QLabel* wrappedText(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QString orDash(const QString& text) {
  return text.isEmpty() ? QStringLiteral("–") : text;
}

}  // namespace

ReviewSheet::ReviewSheet(Bridge& bridge, QWidget* parent) : QWidget(parent), m_bridge(bridge) {
  setObjectName(QStringLiteral("reviewSheet"));
  auto* card = new Card({}, this);
  card->body()->setSpacing(px(Space::medium));
  card->body()->addWidget(makeHead());
  card->body()->addWidget(makeFacts());
  m_steps = new ReviewSteps(card);
  m_actions = new ReviewActions(card);
  m_form = new ReviewForm(bridge, card);
  card->body()->addWidget(m_steps);
  m_next = wrappedText(QStringLiteral("reviewNext"), card);
  QFont strong = ui::font(TextRole::body);
  strong.setWeight(QFont::DemiBold);
  m_next->setFont(strong);
  m_due = new Sign(card);
  m_due->setObjectName(QStringLiteral("reviewDue"));
  auto* next = new QHBoxLayout;
  next->setSpacing(px(Space::medium));
  next->addWidget(m_next, 1);
  next->addWidget(m_due);
  card->body()->addLayout(next);
  card->body()->addWidget(m_actions);
  card->body()->addWidget(m_form);
  card->body()->addStretch(1);
  m_scroll = new QScrollArea(this);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(card);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(m_scroll);

  connect(m_actions, &ReviewActions::chosen, this, &ReviewSheet::begin);
  connect(m_form, &ReviewForm::restored, this, &ReviewSheet::bringBack);
  connect(m_form, &ReviewForm::left, this, &ReviewSheet::left);
  connect(m_form, &ReviewForm::confirmed, this, [this](desk::ReviewMove move) {
    if (!m_read) return;
    move.expected = m_read->sheet.review.state;
    emit moveWanted(move);
  });
  connect(m_case, &QPushButton::clicked, this, [this] {
    if (m_read && m_read->sheet.row.caseId) emit caseWanted(*m_read->sheet.row.caseId);
  });
}

QWidget* ReviewSheet::makeHead() {
  auto* head = new QWidget(this);
  m_face = new RatedFace(head);
  m_level = wrappedText(QStringLiteral("reviewLevel"), head);
  m_level->setFont(ui::font(TextRole::title));
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(Space::medium));
  row->addWidget(m_face);
  row->addWidget(m_level, 1);
  return head;
}

QLabel* ReviewSheet::addFact(QFormLayout* facts, const QString& name, const QString& label) {
  auto* what = new QLabel(label, this);
  setLook(what, Look::quiet);
  auto* value = wrappedText(name, this);
  facts->addRow(what, value);
  return value;
}

QWidget* ReviewSheet::makeFacts() {
  auto* widget = new QWidget(this);
  auto* facts = new QFormLayout(widget);
  facts->setContentsMargins(0, 0, 0, 0);
  facts->setHorizontalSpacing(px(Space::large));
  facts->setVerticalSpacing(px(Space::hair));
  facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
  facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_service = addFact(facts, QStringLiteral("reviewService"), tr("Service"));
  m_window = addFact(facts, QStringLiteral("reviewWindow"), tr("Window"));
  m_clerk = addFact(facts, QStringLiteral("reviewServedBy"), tr("Served by"));
  m_ratedAt = addFact(facts, QStringLiteral("reviewRatedAt"), tr("Rated on"));
  m_caseRow = new QWidget(widget);
  m_case = new QPushButton(m_caseRow);
  m_case->setObjectName(QStringLiteral("reviewCase"));
  m_case->setAccessibleName(tr("Open the case"));
  m_case->setToolTip(tr("Open the case (Enter in the list)"));
  setLook(m_case, Look::quiet);
  // In line with the other facts.
  m_case->setStyleSheet(QStringLiteral("QPushButton { padding: 1px 0px; min-height: 0px; text-align: left; }"));
  auto* caseRow = new QHBoxLayout(m_caseRow);
  caseRow->setContentsMargins(0, 0, 0, 0);
  caseRow->addWidget(m_case);
  caseRow->addStretch(1);
  m_caseLabel = new QLabel(tr("Case"), widget);
  setLook(m_caseLabel, Look::quiet);
  facts->addRow(m_caseLabel, m_caseRow);
  m_reasons = addFact(facts, QStringLiteral("reviewReasons"), tr("Reasons"));
  m_text = addFact(facts, QStringLiteral("reviewCitizenText"), tr("The citizen wrote"));
  return widget;
}

void ReviewSheet::expect() {
  m_read.reset();
  m_actions->hide();
  m_form->hide();
}

void ReviewSheet::show(ReviewRead read) {
  const bool isOther = !m_read || m_read->sheet.review.id != read.sheet.review.id;
  m_read = std::move(read);
  const desk::ReviewSheet& sheet = m_read->sheet;
  showHead();
  showFacts();
  m_steps->show(words::reviewSteps(sheet, m_bridge.desk().zone()));
  m_actions->show();
  m_actions->show(sheet);
  m_form->setReview(sheet.review.id);  // unfinished text of this review comes back by itself
  if (isFormOpen()) m_form->follow(sheet, m_actions->whyNot(m_form->event()));
  if (isOther) m_scroll->ensureVisible(0, 0);
}

void ReviewSheet::showHead() {
  const desk::ReviewRow& row = m_read->sheet.row;
  static_cast<RatedFace*>(m_face)->setLevel(row.level);
  m_level->setText(words::ofRatingLevel(row.level));
  m_case->setText(oneLine(row.caseNumber).replace(QLatin1Char('&'), QLatin1String("&&")));
  m_case->setAccessibleName(tr("Open case %1").arg(oneLine(row.caseNumber)));
  const bool hasCase = row.caseId.has_value() && !row.caseNumber.empty();
  m_caseLabel->setVisible(hasCase);
  m_caseRow->setVisible(hasCase);
  m_next->setText(words::nextStep(row, m_bridge.desk().zone()));
  refreshTime();
}

void ReviewSheet::refreshTime() {
  if (!m_read) return;
  const desk::ReviewRow& row = m_read->sheet.row;
  const base::Instant now = m_bridge.desk().clock().now();
  m_due->setVisible(row.dueAt.has_value());
  if (row.dueAt) m_due->show(words::reviewLight(row, now), words::remaining(*row.dueAt, now));
}

void ReviewSheet::showFacts() {
  const desk::ReviewSheet& sheet = m_read->sheet;
  const QString window = oneLine(sheet.row.window);
  const QString hall = oneLine(sheet.review.hall.value_or(""));
  m_service->setText(orDash(oneLine(sheet.row.service)));
  m_window->setText(window.isEmpty() || hall.isEmpty() ? orDash(window + hall)
                                                       : tr("%1, %2", "window, hall").arg(window, hall));
  m_clerk->setText(orDash(oneLine(sheet.row.clerk)));
  m_ratedAt->setText(words::dateTime(sheet.review.openedAt, m_bridge.desk().zone()));
  m_reasons->setText(orDash(words::ofReasons(sheet.reasons, m_read->reasons)));
  m_text->setText(orDash(fromCore(sheet.text)));
}

bool ReviewSheet::isFormOpen() const {
  return !m_form->isHidden();
}

void ReviewSheet::begin(domain::ReviewEvent event) {
  if (!m_read || !m_actions->isAllowed(event)) return;
  if (!asksAnything(event)) {
    desk::ReviewMove move;
    move.id = m_read->sheet.review.id;
    move.event = event;
    move.expected = m_read->sheet.review.state;
    return emit moveWanted(move);
  }
  m_form->open(event, m_read->sheet);
  // Once the form has its height.
  QTimer::singleShot(0, m_form, [this] { m_scroll->ensureWidgetVisible(m_form, 0, px(Space::small)); });
}

// The hands stay where they are.
void ReviewSheet::bringBack(domain::ReviewEvent event) {
  if (!m_read || isFormOpen() || !m_actions->isAllowed(event)) return;
  QWidget* hands = window()->focusWidget();
  begin(event);
  if (hands != nullptr) hands->setFocus(Qt::OtherFocusReason);
}

}  // namespace ow::ui
