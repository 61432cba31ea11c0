// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_pages.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "pad/pad_button.h"
#include "pad/pad_reasons.h"
#include "pad/pad_words.h"

namespace ow::ui {

using Screen = PadView::Screen;

namespace {

QVBoxLayout* columnOf(QWidget* page) {
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  return column;
}

}  // namespace

QLabel* padLabel(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setFocusPolicy(Qt::NoFocus);
  return label;
}

void sendAway(QWidget* part) {
  part->hide();
  part->setParent(nullptr);
  part->deleteLater();
}

// --- greeting

PadGreetingPage::PadGreetingPage(QString hall, QString window, QWidget* parent)
    : PadPage(parent),
      m_hallName(std::move(hall)),
      m_number(std::move(window)),
      m_hall(padLabel(QStringLiteral("padHall"), this)),
      m_welcome(padLabel(QStringLiteral("padWelcome"), this)),
      m_window(padLabel(QStringLiteral("padWindowNumber"), this)),
      m_day(padLabel(QStringLiteral("padDay"), this)) {
  auto* column = columnOf(this);
  column->addStretch(3);
  for (QLabel* label : {m_hall, m_welcome, m_window}) {
    label->setAlignment(Qt::AlignCenter);
    column->addWidget(label);
  }
  column->addStretch(3);
  m_day->setAlignment(Qt::AlignCenter);
  column->addWidget(m_day);
  setLook(m_hall, Look::quiet);
  setLook(m_day, Look::quiet);
}

void PadGreetingPage::show(const PadView&, const PadWords& words) {
  m_hall->setText(words.hall(m_hallName));
  m_welcome->setText(words.welcome());
  m_window->setText(m_number.isEmpty() ? QString() : words.window(m_number));
  m_window->setHidden(m_number.isEmpty());
  m_day->setText(m_date.isValid() ? words.day(m_date) : QString());
}

void PadGreetingPage::fit(const PadMeasure& measure) {
  m_measure = measure;
  layout()->setSpacing(measure.gap);
  m_hall->setFont(padFont(measure.title * 4 / 5));
  m_welcome->setFont(padFont(measure.display, PadWeight::strong));
  m_window->setFont(padFont(measure.title));
  m_window->setContentsMargins(0, measure.gap / 2, 0, measure.gap / 2);
  m_day->setFont(padFont(measure.body));
}

// The window's number stands on a ground of its own: it is what people look for from afar.
void PadGreetingPage::paintEvent(QPaintEvent*) {
  if (m_number.isEmpty()) return;
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int words = QFontMetrics(m_window->font()).horizontalAdvance(m_window->text());
  const QRect line = m_window->geometry();
  QRectF ground(0, line.top(), words + 3.0 * m_measure.gap, line.height());
  ground.moveCenter(QRectF(line).center());
  painter.setPen(theme.kind == ThemeKind::highContrast ? QPen(theme.line, 1.5) : QPen(Qt::NoPen));
  painter.setBrush(theme.blueGround);
  painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2);
}

// --- question

PadQuestionPage::PadQuestionPage(QWidget* parent)
    : PadPage(parent),
      m_title(padLabel(QStringLiteral("padTitle"), this)),
      m_question(padLabel(QStringLiteral("padQuestion"), this)),
      m_voluntary(padLabel(QStringLiteral("padVoluntary"), this)),
      m_row(new QHBoxLayout),
      m_notNow(new PadButton(PadButton::Look::plain, QStringLiteral("padNotNow"), this)) {
  m_row->addStretch(1);
  for (int level = 1; level <= 5; ++level) {
    auto* face = new PadButton(PadButton::Look::face, QStringLiteral("padFace_%1").arg(level), this);
    face->setLevel(level);
    connect(face, &QAbstractButton::clicked, this, [this, level] { emit levelTouched(level); });
    m_faces[static_cast<std::size_t>(level - 1)] = face;
    m_row->addWidget(face);
  }
  m_row->addStretch(1);
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(m_voluntary, 1);
  bottom->addWidget(m_notNow);
  auto* column = columnOf(this);
  column->addStretch(1);
  column->addWidget(m_title);
  column->addWidget(m_question);
  column->addStretch(1);
  column->addLayout(m_row);
  column->addStretch(2);
  column->addLayout(bottom);
  for (QLabel* label : {m_title, m_question}) label->setAlignment(Qt::AlignCenter);
  setLook(m_title, Look::quiet);
  setLook(m_voluntary, Look::quiet);
  connect(m_notNow, &QAbstractButton::clicked, this, &PadQuestionPage::declined);
}

void PadQuestionPage::show(const PadView& view, const PadWords& words) {
  m_title->setText(view.title);
  m_title->setHidden(view.title.isEmpty());
  m_question->setText(words.question(view.isByReceipt));
  m_voluntary->setText(words.voluntary());
  m_notNow->say(words.notNow());
  for (PadButton* face : m_faces) face->say(words.level(face->level()));
}

void PadQuestionPage::fit(const PadMeasure& measure) {
  m_measure = measure;
  layout()->setSpacing(measure.gap);
  m_row->setSpacing(measure.gap * 3 / 4);
  m_title->setFont(padFont(measure.body));
  m_question->setFont(padFont(measure.title, PadWeight::strong));
  m_voluntary->setFont(padFont(measure.small));
  m_notNow->fit(measure);
  const int room = (measure.screen.width() - 2 * measure.margin - 4 * m_row->spacing()) / 5;
  const int wide = std::min(room, measure.face * 17 / 10);
  for (PadButton* face : m_faces) {
    face->fit(measure);
    face->setFixedSize(wide, face->heightFor(wide));
  }
}

// --- reasons

PadReasonsPage::PadReasonsPage(QWidget* parent)
    : PadPage(parent),
      m_several(padLabel(QStringLiteral("padSeveral"), this)),
      m_reasons(new PadReasons(this)),
      m_back(new PadButton(PadButton::Look::plain, QStringLiteral("padBack"), this)),
      m_skip(new PadButton(PadButton::Look::plain, QStringLiteral("padSkip"), this)),
      m_submit(new PadButton(PadButton::Look::primary, QStringLiteral("padSubmit"), this)) {
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(m_back);
  bottom->addWidget(m_several, 1);
  bottom->addWidget(m_skip);
  bottom->addWidget(m_submit);
  auto* column = columnOf(this);
  column->addWidget(m_reasons, 1);
  column->addLayout(bottom);
  m_several->setAlignment(Qt::AlignCenter);
  setLook(m_several, Look::quiet);
  connect(m_reasons, &PadReasons::touched, this, &PadReasonsPage::touched);
  connect(m_reasons, &PadReasons::reasonTouched, this, &PadReasonsPage::reasonTouched);
  connect(m_back, &QAbstractButton::clicked, this, &PadReasonsPage::back);
  connect(m_skip, &QAbstractButton::clicked, this, &PadReasonsPage::skip);
  connect(m_submit, &QAbstractButton::clicked, this, &PadReasonsPage::submit);
}

void PadReasonsPage::show(const PadView& view, const PadWords& words) {
  m_several->setText(words.several());
  m_back->say(words.back());
  m_skip->say(words.skip());
  m_submit->say(words.submit());
  m_submit->setEnabled(!view.chosen.empty());
  m_reasons->show(view, words);
}

QString PadReasonsPage::heading(const PadView& view, const PadWords& words) const {
  return words.reasonsHeading(view.level);
}

void PadReasonsPage::fit(const PadMeasure& measure) {
  m_measure = measure;
  layout()->setSpacing(measure.gap);
  m_several->setFont(padFont(measure.small));
  for (PadButton* button : {m_back, m_skip, m_submit}) button->fit(measure);
  m_reasons->fit(measure);
}

// --- message

class PadMessagePage::Sign : public QWidget {
 public:
  using QWidget::QWidget;
  void show(Screen screen) {
    m_screen = screen;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  Screen m_screen = Screen::thanks;
};

void PadMessagePage::Sign::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double s = std::min(width(), height());
  const QRectF box((width() - s) / 2, (height() - s) / 2, s, s);
  const bool isTrouble = m_screen == Screen::notKept || m_screen == Screen::refused;
  const bool isWaiting = m_screen == Screen::keeping || m_screen == Screen::looking;
  const QColor colour = isTrouble ? theme.red : isWaiting ? theme.grey : theme.green;
  painter.setPen(Qt::NoPen);
  painter.setBrush(isTrouble ? theme.redGround : isWaiting ? theme.greyGround : theme.greenGround);
  painter.drawEllipse(box);
  painter.setPen(QPen(colour, s * 0.08, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  const auto at = [&box, s](double x, double y) { return box.topLeft() + QPointF(x * s, y * s); };
  if (isTrouble) {
    painter.drawLine(at(0.5, 0.26), at(0.5, 0.56));
    painter.drawPoint(at(0.5, 0.74));
  } else if (isWaiting) {
    for (const double x : {0.3, 0.5, 0.7}) painter.drawPoint(at(x, 0.5));
  } else {
    painter.drawPolyline(QPolygonF({at(0.29, 0.52), at(0.44, 0.67), at(0.72, 0.36)}));
  }
}

PadMessagePage::PadMessagePage(QWidget* parent)
    : PadPage(parent),
      m_sign(new Sign(this)),
      m_text(padLabel(QStringLiteral("padMessage"), this)),
      m_more(padLabel(QStringLiteral("padMessageMore"), this)) {
  auto* column = columnOf(this);
  column->addStretch(2);
  column->addWidget(m_sign, 0, Qt::AlignHCenter);
  column->addWidget(m_text);
  column->addWidget(m_more);
  column->addStretch(3);
  for (QLabel* label : {m_text, m_more}) label->setAlignment(Qt::AlignCenter);
  setLook(m_more, Look::quiet);
}

void PadMessagePage::show(const PadView& view, const PadWords& words) {
  m_sign->show(view.screen);
  const bool isTrouble = view.screen == Screen::notKept;
  if (view.screen == Screen::refused) {
    m_text->setText(words.refused(view.refusal));
    m_more->setText(words.whatNow(view.refusal, view.waitSeconds));
  } else if (view.screen == Screen::keeping || view.screen == Screen::looking) {
    m_text->setText(words.keeping());
    m_more->clear();
  } else if (view.screen == Screen::noted) {
    m_text->setText(words.noted());
    m_more->setText(words.clerkKnows());
  } else {
    m_text->setText(isTrouble ? words.notKept() : words.thanks());
    m_more->setText(isTrouble ? words.tellClerk() : words.kept());
  }
}

void PadMessagePage::fit(const PadMeasure& measure) {
  m_measure = measure;
  layout()->setSpacing(measure.gap);
  m_sign->setFixedSize(measure.face, measure.face);
  m_text->setFont(padFont(measure.title, PadWeight::strong));
  m_more->setFont(padFont(measure.body));
}

}  // namespace ow::ui
