// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_form.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "cases/colleague_picker.h"
#include "cases/durable_text.h"
#include "cases/one_line.h"
#include "kit/bridge.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using domain::ReviewEvent;

constexpr int kNobodyReached = 0;  // in the group of the levels 1 to 5

QString questionOf(ReviewEvent event) {
  switch (event) {
    case ReviewEvent::assigned:
      return ReviewForm::tr("Who looks into it?");
    case ReviewEvent::confirmed:
      return ReviewForm::tr("It is so: what was found?");
    case ReviewEvent::explained:
      return ReviewForm::tr("It has no basis in law: what was found?");
    case ReviewEvent::appealed:
      return ReviewForm::tr("Mistaken or malicious: what was found?");
    case ReviewEvent::upheld:
      return ReviewForm::tr("The rating stands: why?");
    case ReviewEvent::voided:
      return ReviewForm::tr("The rating is void: why?");
    case ReviewEvent::replied:
      return ReviewForm::tr("What was the citizen told?");
    case ReviewEvent::calledBack:
      return ReviewForm::tr("How content is the citizen now?");
    case ReviewEvent::sentBack:
    case ReviewEvent::closed:
      break;
  }
  return {};
}

QString textLabelOf(ReviewEvent event) {
  switch (event) {
    case ReviewEvent::upheld:
    case ReviewEvent::voided:
      return ReviewForm::tr("&Decision (needed)");
    case ReviewEvent::replied:
      return ReviewForm::tr("What the citizen was tol&d (needed)");
    case ReviewEvent::calledBack:
      return ReviewForm::tr("What was sai&d, or why nobody could be reached");
    default:
      return ReviewForm::tr("What was foun&d (needed)");
  }
}

QString confirmWordOf(ReviewEvent event) {
  switch (event) {
    case ReviewEvent::assigned:
      return ReviewForm::tr("Assign");
    case ReviewEvent::appealed:
      return ReviewForm::tr("File the appeal");
    case ReviewEvent::upheld:
      return ReviewForm::tr("Let the rating stand");
    case ReviewEvent::voided:
      return ReviewForm::tr("Void the rating");
    case ReviewEvent::replied:
      return ReviewForm::tr("Save the reply");
    default:
      return ReviewForm::tr("Save");
  }
}

QString withoutMark(QString text) {
  return text.remove(QLatin1Char('&'));
}

QLabel* plainLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  return label;
}

}  // namespace

bool asksAnything(ReviewEvent event) {
  return event != ReviewEvent::sentBack && event != ReviewEvent::closed;
}

ReviewForm::ReviewForm(Bridge& bridge, QWidget* parent)
    : QFrame(parent),
      m_bridge(bridge),
      m_question(plainLabel(this)),
      m_assignee(new ColleaguePicker(bridge, QStringLiteral("reviewAssignee"), tr("Who looks into it"), this)),
      m_measureLabel(plainLabel(this)),
      m_measure(addText(QStringLiteral("review_measure"), QStringLiteral("reviewMeasure"), m_measureLabel)),
      m_levels(makeLevels()),
      m_textLabel(plainLabel(this)),
      m_text(addText(QStringLiteral("review"), QStringLiteral("reviewText"), m_textLabel)),
      m_message(plainLabel(this)),
      m_kept(plainLabel(this)),
      m_cancel(new QPushButton(tr("Not now"), this)),
      m_confirm(new QPushButton(this)) {
  setObjectName(QStringLiteral("reviewForm"));
  setLook(this, Look::card);
  m_question->setFont(ui::font(TextRole::heading));
  m_measureLabel->setText(tr("What was put righ&t (needed)"));
  m_measure->setAccessibleName(withoutMark(m_measureLabel->text()));
  m_text->setAccessibleName(withoutMark(textLabelOf(m_event)));
  m_message->setObjectName(QStringLiteral("reviewFormMessage"));
  m_message->setTextFormat(Qt::PlainText);
  setLook(m_message, Look::warning);
  m_kept->setTextFormat(Qt::PlainText);
  m_kept->setFont(ui::font(TextRole::caption));
  setLook(m_kept, Look::quiet);
  m_cancel->setObjectName(QStringLiteral("reviewFormCancel"));
  m_cancel->setAccessibleName(tr("Not now"));
  m_cancel->setToolTip(tr("Esc; what is typed is kept"));
  m_confirm->setObjectName(QStringLiteral("reviewFormConfirm"));
  m_confirm->setAccessibleName(tr("Save"));
  setLook(m_confirm, Look::primary);
  arrange();
  connectParts();
  hide();
}

DurableText* ReviewForm::addText(const QString& form, const QString& name, QLabel* label) {
  auto* text = new DurableText(m_bridge, form, this);
  text->setObjectName(name);
  text->setFixedHeight(QFontMetrics(ui::font(TextRole::body)).lineSpacing() * 3 + scaled(18));
  label->setBuddy(text);
  return text;
}

QWidget* ReviewForm::makeLevels() {
  auto* levels = new QWidget(this);
  m_level = new QButtonGroup(this);
  auto* flow = new FlowLayout(px(Space::large), px(Space::hair), levels);
  flow->setContentsMargins(0, 0, 0, 0);
  for (int level = domain::kBestLevel; level <= domain::kWorstLevel + 1; ++level) {
    const bool isLevel = level <= domain::kWorstLevel;
    const QString word = isLevel ? words::ofRatingLevel(level) : tr("Nobody could be reached");
    auto* radio = new QRadioButton(word, levels);
    radio->setObjectName(QStringLiteral("reviewLevel_%1").arg(isLevel ? level : kNobodyReached));
    radio->setAccessibleName(word);
    m_level->addButton(radio, isLevel ? level : kNobodyReached);
    flow->addWidget(radio);
  }
  return levels;
}

void ReviewForm::arrange() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), px(Space::medium));
  column->setSpacing(px(Space::small));
  for (QWidget* part : {static_cast<QWidget*>(m_question), static_cast<QWidget*>(m_assignee),
                        static_cast<QWidget*>(m_measureLabel), static_cast<QWidget*>(m_measure), m_levels,
                        static_cast<QWidget*>(m_textLabel), static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_message)})
    column->addWidget(part);
  auto* row = new QHBoxLayout;
  row->addWidget(m_kept, 1);
  row->addWidget(m_cancel);
  row->addWidget(m_confirm);
  column->addLayout(row);
}

void ReviewForm::connectParts() {
  connect(m_cancel, &QPushButton::clicked, this, &ReviewForm::leave);
  connect(m_confirm, &QPushButton::clicked, this, &ReviewForm::confirm);
  connect(m_level, &QButtonGroup::idToggled, this, &ReviewForm::showState);
  connect(m_assignee, &Picker::changed, this, &ReviewForm::showState);
  connect(m_assignee, &Picker::chosen, this, [this] {
    showState();
    if (m_confirm->isEnabled()) return m_confirm->setFocus(Qt::OtherFocusReason);
    m_assignee->edit()->setFocus(Qt::OtherFocusReason);
    m_assignee->edit()->selectAll();  // the next name comes in the place of this one
  });
  for (DurableText* text : {m_measure, m_text}) {
    connect(text, &DurableText::left, this, &ReviewForm::leave);
    connect(text, &DurableText::submitted, this, &ReviewForm::confirm);
    connect(text, &DurableText::textChanged, this, &ReviewForm::showState);
    connect(text, &DurableText::keepFailed, m_kept, &QLabel::setText);
    connect(text, &DurableText::kept, this, [this](base::Instant at) {
      m_kept->setText(tr("Kept as a draft at %1").arg(words::timeWithSeconds(at, m_bridge.desk().zone())));
    });
    connect(text, &DurableText::restored, this, [this](const QString& context) {
      if (const auto event = base::fromCode<ReviewEvent>(context.toStdString())) emit restored(*event);
    });
  }
}

void ReviewForm::setReview(domain::RatingReviewId id) {
  if (id == m_id) return;
  m_id = id;
  hide();
  m_kept->clear();
  const QString subject = QString::fromStdString(id.text());
  m_measure->setSubject(subject);
  m_text->setSubject(subject);
}

bool ReviewForm::asksMeasure() const {
  return m_event == ReviewEvent::replied && m_state == domain::ReviewState::rectifying;
}

void ReviewForm::open(ReviewEvent event, const desk::ReviewSheet& sheet) {
  m_event = event;
  m_state = sheet.review.state;
  m_served = sheet.review.clerkId;
  m_refusal.clear();
  for (DurableText* text : {m_measure, m_text}) text->setContext(QString::fromLatin1(base::code(event).data()));
  m_question->setText(questionOf(event));
  m_textLabel->setText(textLabelOf(event));
  m_text->setAccessibleName(withoutMark(textLabelOf(event)));
  m_confirm->setText(confirmWordOf(event));
  m_confirm->setAccessibleName(m_confirm->text());
  const bool isAssigning = event == ReviewEvent::assigned;
  m_assignee->setVisible(isAssigning);
  m_measureLabel->setVisible(asksMeasure());
  m_measure->setVisible(asksMeasure());
  m_levels->setVisible(event == ReviewEvent::calledBack);
  m_textLabel->setVisible(!isAssigning);
  m_text->setVisible(!isAssigning);
  show();
  showState();
  if (isAssigning) m_assignee->start();
  QWidget* first = isAssigning ? static_cast<QWidget*>(m_assignee->edit()) : asksMeasure() ? m_measure : m_text;
  if (event == ReviewEvent::calledBack) {
    QAbstractButton* chosen = m_level->checkedButton();
    first = chosen != nullptr ? chosen : m_level->buttons().front();
  }
  first->setFocus(Qt::ShortcutFocusReason);
}

void ReviewForm::follow(const desk::ReviewSheet& sheet, const QString& refusal) {
  m_state = sheet.review.state;
  m_refusal = refusal;
  const bool isMeasureShown = asksMeasure() || (m_event == ReviewEvent::replied && m_measure->hasText());
  m_measureLabel->setVisible(isMeasureShown);
  m_measure->setVisible(isMeasureShown);
  showState();
}

void ReviewForm::settle() {
  m_text->settle();
  m_measure->settle();
  m_level->setExclusive(false);
  for (QAbstractButton* button : m_level->buttons()) button->setChecked(false);
  m_level->setExclusive(true);
  m_kept->clear();
  hide();
}

bool ReviewForm::hasText() const {
  return m_text->hasText() || m_measure->hasText();
}

std::vector<std::shared_ptr<const domain::DraftId>> ReviewForm::drafts() const {
  return {m_text->stored(), m_measure->stored()};
}

void ReviewForm::flush() {
  m_text->flush();
  m_measure->flush();
}

void ReviewForm::confirm() {
  showState();
  if (isHidden() || !m_confirm->isEnabled()) return;
  desk::ReviewMove move;
  move.id = m_id;
  move.event = m_event;
  if (m_event == ReviewEvent::assigned) {
    move.assignee = m_assignee->colleague()->id;
  } else {
    move.text = m_text->text();
  }
  if (asksMeasure()) move.measure = m_measure->text();
  if (m_event == ReviewEvent::calledBack && m_level->checkedId() != kNobodyReached) move.level = m_level->checkedId();
  emit confirmed(move);
}

void ReviewForm::leave() {
  flush();
  hide();
  emit left();
}

QString ReviewForm::missingCall() const {
  const int level = m_level->checkedId();
  if (level < 0) return tr("Choose how content the citizen is, or that nobody could be reached.");
  return level == kNobodyReached && !m_text->hasText() ? tr("Write down why nobody could be reached.") : QString();
}

QString ReviewForm::missing() const {
  const bool hasNoText = !m_text->hasText();
  switch (m_event) {
    case ReviewEvent::assigned: {
      const auto& colleague = m_assignee->colleague();
      if (!colleague) return tr("Choose who looks into it.");
      if (colleague->id != m_served) return {};
      return tr("%1 served the citizen: somebody else looks into it.").arg(oneLine(colleague->name));
    }
    case ReviewEvent::upheld:
    case ReviewEvent::voided:
      return hasNoText ? tr("Write down the decision.") : QString();
    case ReviewEvent::replied:
      if (asksMeasure() && !m_measure->hasText()) return tr("Write down what was put right.");
      return hasNoText ? tr("Write down what the citizen was told.") : QString();
    case ReviewEvent::calledBack:
      return missingCall();
    default:
      return hasNoText ? tr("Write down what was found.") : QString();
  }
}

void ReviewForm::showState() {
  const QString why = m_refusal.isEmpty() ? missing() : m_refusal;
  // What is still to be filled in says the button; what stands in the way is said aloud.
  const bool isServed = m_event == ReviewEvent::assigned && m_assignee->colleague().has_value();
  const QString message = m_refusal.isEmpty() && !isServed ? QString() : why;
  m_message->setText(message);
  m_message->setVisible(!message.isEmpty());
  m_confirm->setEnabled(why.isEmpty());
  m_confirm->setToolTip(why.isEmpty() ? tr("Ctrl+Return") : why);
  m_confirm->setAccessibleDescription(why);
}

void ReviewForm::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) return leave();
  if (!isReturn) return QFrame::keyPressEvent(event);
  if (event->modifiers().testFlag(Qt::ControlModifier) || m_confirm->hasFocus()) return confirm();
  if (m_cancel->hasFocus()) return leave();
  QFrame::keyPressEvent(event);
}

}  // namespace ow::ui
